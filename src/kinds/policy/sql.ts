import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { Kind } from '../kind.js'
import type { PolicyAttributes } from './policy.js'

/** `tenant ON public.orders`. */
export const named = ({ schema, table, name }: PolicyAttributes): string =>
  `${quoteIdentifier(name)} ON ${qualified(schema, table)}`

/** `TO app_ro, app_rw`; all roles where none are named. */
export const toRoles = ({ roles = [] }: PolicyAttributes): string =>
  `TO ${roles.length === 0 ? 'PUBLIC' : roles.map(quoteIdentifier).join(', ')}`

function create(policy: PolicyAttributes): string {
  return [
    `CREATE POLICY ${named(policy)}`,
    policy.restrictive && 'AS RESTRICTIVE',
    policy.command && `FOR ${policy.command.toUpperCase()}`,
    policy.roles && toRoles(policy),
    policy.using !== undefined && `USING (${policy.using})`,
    policy.check !== undefined && `WITH CHECK (${policy.check})`,
  ]
    .filter(Boolean)
    .join(' ')
}

export const sql: Kind<PolicyAttributes>['sql'] = {
  create,
  drop: (policy) => `DROP POLICY ${named(policy)}`,
  rename: (before, after) =>
    `ALTER POLICY ${named({ ...after, name: before.name })} RENAME TO ${quoteIdentifier(after.name)}`,
  reference: (policy) => `POLICY ${named(policy)}`,
}
