import { userSchema } from '../../catalog/scope.js'
import { unwrap } from '../../sql/expression.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { newRole } from '../role/renamed.js'
import { rules } from './compare.js'
import { render } from './render.js'
import { sql } from './sql.js'

export interface PolicyAttributes {
  readonly schema: string
  readonly table: string
  readonly name: string
  readonly restrictive?: boolean
  /** What it is for, where that is not every command. */
  readonly command?: 'select' | 'insert' | 'update' | 'delete'
  /** Where they are not all roles; by name. */
  readonly roles?: readonly string[]
  readonly using?: string
  readonly check?: string
}

interface Row extends Omit<PolicyAttributes, 'using' | 'check'> {
  readonly oid: number
  readonly using: string | null
  readonly check: string | null
}

/** A policy of row level security (Manual, 5.9). */
export const policyKind = defineKind<PolicyAttributes, Row>({
  name: 'policy',
  verbatim: ['roles'],
  introspection: {
    query: () => `
      select p.oid, n.nspname as schema, c.relname as table, p.polname as name, not p.polpermissive as restrictive,
             case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' end as command,
             (select json_agg(r.rolname order by r.rolname) from pg_roles r where r.oid = any (p.polroles)) as roles,
             pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
        from pg_policy p
        join pg_class c on c.oid = p.polrelid
        join pg_namespace n on n.oid = c.relnamespace
       where ${userSchema('n')}`,
    read: ({ oid, using, check, ...row }) => ({
      catalog: 'pg_policy',
      oid,
      attributes: {
        ...row,
        ...(using !== null && { using: unwrap(using) }),
        ...(check !== null && { check: unwrap(check) }),
      },
    }),
  },
  rules,
  identity: ({ schema, table, name }) => qualified(schema, table, name),
  parent: ({ schema, table }) => `table ${qualified(schema, table)}`,
  renamed: (policy, newId) =>
    policy.roles === undefined
      ? policy
      : { ...policy, roles: policy.roles.map((role) => newRole(role, newId)).toSorted() },
  requires: ({ roles = [] }) => roles.map((role) => `role ${quoteIdentifier(role)}`),
  slots: ({ schema, table, name }) => [`policy ${qualified(schema, table, name)}`],
  sql,
  render,
})
