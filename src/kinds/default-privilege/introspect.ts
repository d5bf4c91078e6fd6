import { quoteIdentifier } from '../../sql/identifier.js'
import { deviation, everyone, isNone, theOwner } from '../grant/privileges.js'
import type { Introspection } from '../kind.js'
import type { DefaultPrivilegeAttributes } from './default-privilege.js'

export interface Row {
  readonly oid: number
  readonly number: number
  readonly role: string
  readonly schema: string | null
  readonly on: string
  /** Null for everyone. */
  readonly grantee: string | null
  readonly toOwner: boolean
  readonly items: readonly { readonly privilege: string; readonly grantable: boolean; readonly held: boolean }[]
}

export const introspection: Introspection<DefaultPrivilegeAttributes, Row> = {
  // Those of a schema add to what there is by birth, those without one replace it.
  query: () => `
    with items as (
      select d.oid, d.defaclrole, d.defaclnamespace, d.defaclobjtype, x.grantee, x.privilege_type, x.is_grantable, true as held
        from pg_default_acl d cross join lateral aclexplode(d.defaclacl) x
      union all
      select d.oid, d.defaclrole, d.defaclnamespace, d.defaclobjtype, x.grantee, x.privilege_type, x.is_grantable, false
        from pg_default_acl d
        cross join lateral aclexplode(acldefault(case d.defaclobjtype when 'S' then 's' else d.defaclobjtype end::"char", d.defaclrole)) x
       where d.defaclnamespace = 0)
    select i.oid, row_number() over (partition by i.oid order by i.grantee)::int as number, pg_get_userbyid(i.defaclrole) as role,
           n.nspname as schema,
           case i.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types'
             when 'n' then 'schemas' when 'L' then 'large objects' end as on,
           case when i.grantee <> 0 then pg_get_userbyid(i.grantee) end as grantee, i.grantee = i.defaclrole as "toOwner",
           json_agg(json_build_object('privilege', lower(i.privilege_type), 'grantable', i.is_grantable, 'held', i.held)) as items
      from items i
      left join pg_namespace n on n.oid = i.defaclnamespace
     group by i.oid, i.defaclrole, i.defaclobjtype, n.nspname, i.grantee`,
  read: ({ oid, number, role, schema, on, grantee, toOwner, items }) => {
    const held = (wanted: boolean): Map<string, boolean> =>
      new Map(items.filter((item) => item.held === wanted).map((item) => [item.privilege, item.grantable]))
    const difference = deviation(held(false), held(true))
    if (isNone(difference)) return undefined
    return {
      catalog: 'pg_default_acl',
      oid,
      // Several objects stand in one row: told apart by a number that no column has.
      sub: -number,
      attributes: {
        role,
        ...(schema !== null && { schema }),
        on,
        grantee: toOwner ? theOwner : grantee === null ? everyone : quoteIdentifier(grantee),
        ...difference,
      },
    }
  },
}
