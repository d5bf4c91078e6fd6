import {
  origin,
  register,
  targetId,
  type DeclaredObject,
  type Parent,
  type Part,
  type Target,
} from '../../declare/declaration.js'
import { quoteIdentifier } from '../../sql/identifier.js'
import { Column } from '../column/reference.js'
import { roleIdentifier, roleNameOf, type RoleRef } from '../role/declare.js'
import type { Schema } from '../schema/declare.js'
import { everyone as publicName, theOwner as ownerMark, type Deviation, type Privilege } from './privileges.js'

/** Who privileges are given to, where it is no role. */
export class SpecialGrantee {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** PUBLIC: all roles. */
export const everyone = new SpecialGrantee(publicName)
/** Whoever owns the object. */
export const theOwner = new SpecialGrantee(ownerMark)

export type Grantee = RoleRef | SpecialGrantee
export const granteeOf = (grantee: Grantee): string =>
  grantee instanceof SpecialGrantee ? grantee.text : roleIdentifier(grantee)

type Verb = 'grant' | 'revoke'

/** Privileges given to roles, or taken away; a part of what it stands in, or on its own after `on…`. */
export class GrantBuilder implements Part {
  readonly #origin = origin()
  readonly #verb: Verb
  readonly #grantees: readonly Grantee[]
  /** Set only when it is read: a target may be declared in a file that is not loaded yet. */
  #targets: (() => readonly string[]) | undefined
  #columns: readonly (Column | string)[] = []
  #part: string | undefined
  #privileges: readonly string[] = []
  #grantable = false
  #grantor: RoleRef | undefined

  constructor(verb: Verb, grantees: readonly Grantee[]) {
    this.#verb = verb
    this.#grantees = grantees
  }

  /** Tables, views, sequences, functions, schemas, types, languages, servers, foreign data wrappers. */
  on(...targets: readonly Target[]): this {
    return this.#standalone(() => targets.map((target) => target[targetId]))
  }

  /** Some columns of a table or view; by name as a part of a view, or of a table for `tableoid` and its like. */
  onColumns(...columns: readonly (Column | string)[]): this {
    this.#columns = columns
    return columns.every((column) => column instanceof Column) ? this.#standalone(() => []) : this
  }

  /** Every table, view and foreign table that is declared in a schema. */
  onAllTables(schema: Schema | string): this {
    return this.#everyOf('tables', schema)
  }

  /** Every sequence that is declared in a schema, or made for a column. */
  onAllSequences(schema: Schema | string): this {
    return this.#everyOf('sequences', schema)
  }

  /** Every function, procedure and aggregate that is declared in a schema. */
  onAllFunctions(schema: Schema | string): this {
    return this.#everyOf('functions', schema)
  }

  /** A part that has no declaration of its own, by kind and qualified name: `'sequence public.users_id_seq'`. */
  onPart(part: string): this {
    this.#part = part
    return this
  }

  /** Which privileges are given; `all` for every one that there is. */
  to(...privileges: readonly (Privilege | 'all')[]): this {
    this.#privileges = privileges
    return this
  }

  /** Which privileges are taken away. */
  from(...privileges: readonly (Privilege | 'all')[]): this {
    return this.to(...privileges)
  }

  /** WITH GRANT OPTION: the grantee may give them to others. */
  withGrantOption(): this {
    this.#grantable = true
    return this
  }

  /** GRANTED BY: given by a role that is not the owner. */
  by(grantor: RoleRef): this {
    this.#grantor = grantor
    return this
  }

  #everyOf(word: string, schema: Schema | string): this {
    const name = typeof schema === 'string' ? schema : schema('').schema
    return this.#standalone(() => [`${word} in schema ${name}`])
  }

  /** Nothing has to hold it: it counts where it stands. */
  #standalone(targets: () => readonly string[]): this {
    if (this.#targets === undefined) register({ origin: this.#origin, objects: () => this.#objects(targets()) })
    this.#targets = targets
    return this
  }

  objects(parent: Parent): readonly DeclaredObject[] {
    if (this.#targets !== undefined) return this.#objects(this.#targets())
    if (this.#part !== undefined) return this.#objects([this.#part], parent.id)
    // A column has no grants of its own: they are its table's, for that column.
    const [, table] = /^(?:view-)?column (.*)\.(?:"(?:[^"]|"")*"|[^".]+)$/s.exec(parent.id) ?? []
    if (table === undefined) return this.#objects([parent.id])
    return this.#objects([`table ${table}`], undefined, [parent.name])
  }

  #objects(targets: readonly string[], of?: string, columns: readonly string[] = []): readonly DeclaredObject[] {
    const rights = this.#rights()
    const make = (target: string, names: readonly string[]): DeclaredObject[] =>
      this.#grantees.map((grantee) => ({
        kind: 'grant',
        attributes: {
          target,
          ...(of !== undefined && { of }),
          grantee: granteeOf(grantee),
          ...(this.#grantor !== undefined && { grantor: quoteIdentifier(roleNameOf(this.#grantor)) }),
          ...(names.length === 0 ? rights : { columns: [...names].sort().map((name) => ({ name, ...rights })) }),
        },
        origin: this.#origin,
      }))
    const named = this.#columns.flatMap((column) => (typeof column === 'string' ? column : []))
    const byTable = new Map<string, string[]>()
    for (const column of this.#columns)
      if (typeof column !== 'string')
        byTable.set(column.table.id, [...(byTable.get(column.table.id) ?? []), column.name])
    return [
      ...targets.flatMap((target) => make(target, [...columns, ...named])),
      ...[...byTable].flatMap(([table, names]) => make(table, names)),
    ]
  }

  #rights(): Deviation {
    if (this.#verb === 'revoke') return { revoked: this.#privileges }
    return this.#grantable ? { grantable: this.#privileges } : { privileges: this.#privileges }
  }
}

/**
 * Gives privileges to roles: a part of what it stands in, or on its own with `.on(…)`.
 *
 * @example
 * export const readingsForApp = grant(appRw).on(readings).to('select', 'insert')
 * table('readings', columns, (t) => ({ grants: [grant(appRo).to('select'), grant(appRw).onColumns(t.note).to('update')] }))
 */
export const grant = (...grantees: readonly [Grantee, ...Grantee[]]): GrantBuilder =>
  new GrantBuilder('grant', grantees)

/**
 * Takes away what a role has by birth or by default privileges.
 *
 * @example fn.with(revoke(everyone).from('execute'), grant(appRw).to('execute'))
 */
export const revoke = (...grantees: readonly [Grantee, ...Grantee[]]): GrantBuilder =>
  new GrantBuilder('revoke', grantees)
