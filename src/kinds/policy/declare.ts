import type { Parent } from '../../declare/declaration.js'
import { PartBuilder } from '../../declare/part-builder.js'
import type { Sql } from '../../sql/sql.js'
import { roleNameOf, type RoleRef } from '../role/declare.js'
import { policyKind, type PolicyAttributes } from './policy.js'

export class PolicyBuilder extends PartBuilder<PolicyAttributes, Omit<PolicyAttributes, 'schema' | 'table'>> {
  constructor(name: string) {
    super(policyKind, { name })
  }

  /** AS RESTRICTIVE: must hold besides another policy, instead of being enough by itself. */
  restrictive(): this {
    return this.set({ restrictive: true })
  }

  /** The command that it is for; by default all. */
  for(command: 'all' | NonNullable<PolicyAttributes['command']>): this {
    return command === 'all' ? this : this.set({ command })
  }

  /** The roles that it is for; by default all. */
  to(...roles: readonly RoleRef[]): this {
    return this.set({
      roles: roles
        .map(roleNameOf)
        .filter((name) => name !== 'public')
        .sort(),
    })
  }

  /** Which rows are seen. */
  using(expression: Sql): this {
    return this.set({ using: expression.text() })
  }

  /** Which rows may be written; by default those that are seen. */
  withCheck(expression: Sql): this {
    return this.set({ check: expression.text() })
  }

  protected describe({ schema, name: table }: Parent): PolicyAttributes {
    return { schema, table, ...this.said }
  }
}

/**
 * A policy of row level security, in the `policies` of a table whose `rowSecurity` is on.
 *
 * @example policy('tenant').for('select').to(appRo).using(sql`tenant_id = current_setting('app.tenant')::uuid`)
 */
export const policy = (name: string): PolicyBuilder => new PolicyBuilder(name)
