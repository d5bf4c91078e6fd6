import { origin, placedAt, type DeclaredObject, type Parent, type Part } from '../../declare/declaration.js'
import type { Sql } from '../../sql/sql.js'
import { idOf } from '../kind.js'
import { roleNameOf, type RoleRef } from '../role/declare.js'
import { policyKind, type PolicyAttributes } from './policy.js'

export class PolicyBuilder implements Part {
  readonly #origin = origin()
  readonly #name: string
  readonly #parts: Part[] = []
  #attributes: Omit<PolicyAttributes, 'schema' | 'table' | 'name'> = {}
  #renamedFrom: string | undefined

  constructor(name: string) {
    this.#name = name
  }

  #set(change: Partial<PolicyAttributes>): this {
    this.#attributes = { ...this.#attributes, ...change }
    return this
  }

  /** AS RESTRICTIVE: must hold besides another policy, instead of being enough by itself. */
  restrictive(): this {
    return this.#set({ restrictive: true })
  }

  /** The command that it is for; by default all. */
  for(command: 'all' | NonNullable<PolicyAttributes['command']>): this {
    return command === 'all' ? this : this.#set({ command })
  }

  /** The roles that it is for; by default all. */
  to(...roles: readonly RoleRef[]): this {
    return this.#set({
      roles: roles
        .map(roleNameOf)
        .filter((name) => name !== 'public')
        .sort(),
    })
  }

  /** Which rows are seen. */
  using(expression: Sql): this {
    return this.#set({ using: expression.text() })
  }

  /** Which rows may be written; by default those that are seen. */
  withCheck(expression: Sql): this {
    return this.#set({ check: expression.text() })
  }

  renamedFrom(name: string): this {
    this.#renamedFrom = name
    return this
  }

  /** Adds parts such as `comment('…')`. */
  with(...parts: readonly Part[]): this {
    this.#parts.push(...parts)
    return this
  }

  objects(table: Parent): readonly DeclaredObject[] {
    const attributes: PolicyAttributes = {
      schema: table.schema,
      table: table.name,
      name: this.#name,
      ...this.#attributes,
    }
    const self: Parent = { id: idOf(policyKind, attributes), schema: table.schema, name: this.#name }
    const own: DeclaredObject = {
      kind: 'policy',
      attributes,
      ...(this.#renamedFrom !== undefined && { renamedFrom: this.#renamedFrom }),
    }
    return placedAt(this.#origin, [own, ...this.#parts.flatMap((part) => part.objects(self))])
  }
}

/**
 * A policy of row level security, in the `policies` of a table whose `rowSecurity` is on.
 *
 * @example policy('tenant').for('select').to(appRo).using(sql`tenant_id = current_setting('app.tenant')::uuid`)
 */
export const policy = (name: string): PolicyBuilder => new PolicyBuilder(name)
