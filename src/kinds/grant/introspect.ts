import { unowned } from '../../catalog/scope.js'
import { memberName } from '../../catalog/view.js'
import type { Server } from '../../database/database.js'
import { quoteIdentifier } from '../../sql/identifier.js'
import { readTarget, type TargetRow } from '../cross-cutting/target.js'
import type { Address, Introspection } from '../kind.js'
import type { ColumnGrant, GrantAttributes } from './grant.js'
import { deviation, everyone, isNone, sorted, theOwner, type Deviation } from './privileges.js'

/** One privilege of an ACL, as it is (`held`) or as it was at birth. */
interface Item {
  readonly column: string | null
  readonly privilege: string
  readonly grantable: boolean
  readonly held: boolean
}

export interface Row extends TargetRow {
  /** Null for everyone. */
  readonly grantee: string | null
  readonly toOwner: boolean
  /** Null where it is the owner. */
  readonly grantor: string | null
  readonly items: readonly Item[]
  /** The extension that the object is a member of. */
  readonly extension: number | null
  /** What it is called, where it is a member of an extension or comes with a range type. */
  readonly member: string | null
}

type List = readonly [catalog: string, acl: string, owner: string, type: string, condition?: string]

const listsOf = (server: Server): readonly List[] => [
  [
    'pg_class',
    'relacl',
    'relowner',
    `case o.relkind when 'S' then 's' else 'r' end::"char"`,
    `o.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and ${unowned('o.oid', server)}`,
  ],
  ['pg_proc', 'proacl', 'proowner', `'f'::"char"`],
  [
    'pg_type',
    'typacl',
    'typowner',
    `'T'::"char"`,
    `(o.typrelid = 0 or exists (select from pg_class c where c.oid = o.typrelid and c.relkind = 'c'))
     and not exists (select from pg_type e where e.typarray = o.oid) and o.typtype <> 'm'`,
  ],
  ['pg_language', 'lanacl', 'lanowner', `'l'::"char"`],
  ['pg_foreign_data_wrapper', 'fdwacl', 'fdwowner', `'F'::"char"`],
  ['pg_foreign_server', 'srvacl', 'srvowner', `'S'::"char"`],
]

/** The schema public is born with privileges for everyone, whoever made it. */
const bornPublic = (major: number): string =>
  `acldefault('n', o.nspowner) || makeaclitem(0::oid, o.nspowner, 'USAGE', false)${
    major < 15 ? ` || makeaclitem(0::oid, o.nspowner, 'CREATE', false)` : ''
  }`

export const introspection: Introspection<GrantAttributes, Row> = {
  query: (server) => `
    with lists as (
      select 'pg_namespace'::regclass::oid as classoid, o.oid as objoid, o.nspowner as owner, null::text as col, o.nspacl as acl,
             case when o.nspname = 'public' then ${bornPublic(server.major)} else acldefault('n', o.nspowner) end as born
        from pg_namespace o where o.nspacl is not null and (o.oid >= 16384 or o.nspname = 'public')
      union all
      select 'pg_namespace'::regclass::oid, o.oid, o.nspowner, null, acldefault('n', o.nspowner), ${bornPublic(server.major)}
        from pg_namespace o where o.nspacl is null and o.nspname = 'public'
      ${listsOf(server)
        .map(
          ([catalog, acl, owner, type, condition = 'true']) => `
      union all
      select '${catalog}'::regclass::oid, o.oid, o.${owner}, null, o.${acl}, acldefault(${type}, o.${owner})
        from ${catalog} o where o.${acl} is not null and o.oid >= 16384 and ${condition}`,
        )
        .join('')}
      union all
      select 'pg_class'::regclass::oid, c.oid, c.relowner, a.attname::text, a.attacl, null::aclitem[]
        from pg_attribute a join pg_class c on c.oid = a.attrelid
       where a.attacl is not null and not a.attisdropped and c.oid >= 16384 and ${unowned('c.oid', server)}),
    own as (
      -- What an extension grants on its members is its own affair.
      select l.classoid, l.objoid, l.owner, l.col, l.acl, e.refobjid as extension,
             case when e.refobjid is null then l.born else coalesce(b.initprivs, l.born) end as born
        from lists l
        left join pg_depend e on e.classid = l.classoid and e.objid = l.objoid and e.deptype = 'e'
        left join pg_init_privs b on e.refobjid is not null and b.classoid = l.classoid and b.objoid = l.objoid
         and b.objsubid = coalesce((select a.attnum from pg_attribute a where a.attrelid = l.objoid and a.attname = l.col), 0)),
    items as (
      select l.classoid, l.objoid, l.owner, l.col, l.extension, x.grantor, x.grantee, x.privilege_type, x.is_grantable, true as held
        from own l cross join lateral aclexplode(l.acl) x
      union all
      select l.classoid, l.objoid, l.owner, l.col, l.extension, x.grantor, x.grantee, x.privilege_type, x.is_grantable, false
        from own l cross join lateral aclexplode(l.born) x),
    d as (
      select i.classoid, i.objoid, i.owner, i.grantee, i.grantor, i.extension,
             json_agg(json_build_object('column', i.col, 'privilege', lower(i.privilege_type), 'grantable', i.is_grantable,
                                        'held', i.held)) as items
        from items i group by 1, 2, 3, 4, 5, 6)
    select tk.relname as catalog, d.objoid as oid, 0 as sub, tc.relkind, null as "rowType", tn.nspname as schema,
           tc.relname as relation, null as column,
           case when d.grantee <> 0 then pg_get_userbyid(d.grantee) end as grantee, d.grantee = d.owner as "toOwner",
           case when d.grantor <> d.owner then pg_get_userbyid(d.grantor) end as grantor, d.items, d.extension,
           ${memberName('m')} as member
      from d
      join pg_class tk on tk.oid = d.classoid
      left join pg_class tc on tk.relname = 'pg_class' and tc.oid = d.objoid
      left join pg_namespace tn on tn.oid = tc.relnamespace
      left join lateral pg_identify_object(d.classoid, d.objoid, 0) m on d.extension is not null or exists (
        select from pg_depend i
         where i.classid = 'pg_proc'::regclass and i.classid = d.classoid and i.objid = d.objoid
           and i.refclassid = 'pg_type'::regclass and i.deptype = 'i')`,
  read: ({ grantee, toOwner, grantor, items, extension, member, ...row }, resolve) => {
    const differences = deviationOf(items.filter(({ column }) => column === null))
    const columns = columnGrants(items)
    if (isNone(differences) && columns.length === 0) return undefined
    const found =
      extension !== null
        ? memberOf({ catalog: 'pg_extension', oid: extension }, member!, resolve)
        : member !== null
          ? memberOf(row, member, resolve)
          : readTarget(row, resolve)
    if (found === undefined) return undefined
    const { catalog, oid, target, of } = found
    return {
      catalog,
      oid,
      attributes: {
        target,
        ...(of !== undefined && { of }),
        grantee: toOwner ? theOwner : grantee === null ? everyone : quoteIdentifier(grantee),
        ...(grantor !== null && { grantor: quoteIdentifier(grantor) }),
        ...differences,
        columns,
      },
    }
  },
}

/** A member of an extension, or a constructor of a range type, is no object of ours, but a part of that. */
function memberOf(at: Address, target: string, resolve: (address: Address) => string | undefined) {
  const of = resolve(at)
  return of === undefined ? undefined : { catalog: at.catalog, oid: at.oid, target, of }
}

function deviationOf(items: readonly Item[]): Deviation {
  const held = (wanted: boolean): Map<string, boolean> => {
    const result = new Map<string, boolean>()
    for (const { privilege, grantable, held: is } of items) if (is === wanted) result.set(privilege, grantable)
    return result
  }
  return deviation(held(false), held(true))
}

function columnGrants(items: readonly Item[]): ColumnGrant[] {
  const names = [...new Set(items.flatMap(({ column }) => column ?? []))].sort((a, b) => (a < b ? -1 : 1))
  return names.map((name) => {
    const own = items.filter(({ column, held }) => column === name && held)
    const list = (grantable: boolean): readonly string[] =>
      sorted(own.filter((item) => item.grantable === grantable).map(({ privilege }) => privilege))
    return { name, privileges: list(false), grantable: list(true) }
  })
}
