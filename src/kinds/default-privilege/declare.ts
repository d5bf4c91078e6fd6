import { origin, register, type DeclaredObject } from '../../declare/declaration.js'
import { granteeOf, type Grantee } from '../grant/declare.js'
import type { Deviation, Privilege } from '../grant/privileges.js'
import { roleNameOf, type RoleRef } from '../role/declare.js'
import type { Schema } from '../schema/declare.js'
import { theUser } from './default-privilege.js'

export type DefaultObjects = 'tables' | 'sequences' | 'functions' | 'types' | 'schemas' | 'large objects'

export interface DefaultPrivilegesOptions {
  /** Whose new objects; by default those of the role that migrates. */
  readonly for?: RoleRef
  /** In which schema; without it in all. */
  readonly in?: Schema | string
}

interface Entry {
  readonly verb: 'grant' | 'revoke'
  readonly grantees: readonly Grantee[]
  on: DefaultObjects
  privileges: readonly string[]
  grantable: boolean
}

/** What new objects give to others; declared objects get it as well, unless a `revoke(…)` of theirs says otherwise. */
export class DefaultPrivilegesBuilder {
  readonly #entries: Entry[] = []

  constructor(options: DefaultPrivilegesOptions) {
    const schema = typeof options.in === 'function' ? options.in('').schema : options.in
    const role = options.for === undefined ? theUser : roleNameOf(options.for)
    register({ origin: origin(), objects: () => this.#entries.flatMap((entry) => objectsOf(entry, role, schema)) })
  }

  grant(...grantees: readonly [Grantee, ...Grantee[]]): this {
    return this.#open('grant', grantees)
  }

  /** Takes away what PostgreSQL gives by itself: EXECUTE on functions, for everyone. */
  revoke(...grantees: readonly [Grantee, ...Grantee[]]): this {
    return this.#open('revoke', grantees)
  }

  on(objects: DefaultObjects): this {
    this.#entries.at(-1)!.on = objects
    return this
  }

  to(...privileges: readonly (Privilege | 'all')[]): this {
    this.#entries.at(-1)!.privileges = privileges
    return this
  }

  from(...privileges: readonly (Privilege | 'all')[]): this {
    return this.to(...privileges)
  }

  /** WITH GRANT OPTION, for what was said last. */
  withGrantOption(): this {
    this.#entries.at(-1)!.grantable = true
    return this
  }

  #open(verb: Entry['verb'], grantees: readonly Grantee[]): this {
    this.#entries.push({ verb, grantees, on: 'tables', privileges: [], grantable: false })
    return this
  }
}

function objectsOf(
  { verb, grantees, on, privileges, grantable }: Entry,
  role: string,
  schema: string | undefined,
): DeclaredObject[] {
  const rights: Deviation =
    verb === 'revoke' ? { revoked: privileges } : grantable ? { grantable: privileges } : { privileges }
  return grantees.map((grantee) => ({
    kind: 'default-privilege',
    attributes: { role, ...(schema !== undefined && { schema }), on, grantee: granteeOf(grantee), ...rights },
  }))
}

/**
 * Default privileges (ALTER DEFAULT PRIVILEGES).
 *
 * @example
 * export const appDefaults = defaultPrivileges({ for: appOwner, in: app })
 *   .grant(appRo).on('tables').to('select')
 *   .grant(appRw).on('sequences').to('usage')
 */
export const defaultPrivileges = (options: DefaultPrivilegesOptions = {}): DefaultPrivilegesBuilder =>
  new DefaultPrivilegesBuilder(options)
