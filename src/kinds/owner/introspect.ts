import { unowned } from '../../catalog/scope.js'
import type { Server } from '../../database/database.js'
import type { Introspection } from '../kind.js'
import type { OwnerAttributes } from './owner.js'

export interface Row {
  catalog: string
  oid: number
  role: string
}

const ownedOn = (server: Server): readonly (readonly [catalog: string, column: string, condition?: string])[] => [
  ['pg_namespace', 'nspowner'],
  [
    'pg_class',
    'relowner',
    // A sequence that belongs to a column has the owner of its table.
    `o.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and ${unowned('o.oid', server)} and not (o.relkind = 'S' and exists (
       select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = o.oid and d.refclassid = 'pg_class'::regclass
          and d.refobjsubid > 0 and d.deptype in ('a', 'i')))`,
  ],
  ['pg_proc', 'proowner'],
  [
    'pg_type',
    'typowner',
    `o.typtype in ('b', 'c', 'd', 'e', 'r') and not exists (select from pg_type e where e.typarray = o.oid)
     and (o.typrelid = 0 or exists (select from pg_class c where c.oid = o.typrelid and c.relkind = 'c'))`,
  ],
  ['pg_collation', 'collowner'],
  ['pg_conversion', 'conowner'],
  ['pg_operator', 'oprowner'],
  ['pg_opclass', 'opcowner'],
  ['pg_opfamily', 'opfowner'],
  ['pg_statistic_ext', 'stxowner'],
  ['pg_ts_dict', 'dictowner'],
  ['pg_ts_config', 'cfgowner'],
  ['pg_language', 'lanowner'],
  ['pg_foreign_data_wrapper', 'fdwowner'],
  ['pg_foreign_server', 'srvowner'],
  ['pg_publication', 'pubowner'],
  ['pg_event_trigger', 'evtowner'],
  ['pg_subscription', 'subowner', `o.subdbid = (select b.oid from pg_database b where b.datname = current_database())`],
]

export const introspection: Introspection<OwnerAttributes, Row> = {
  query: (server) => `
    select f.catalog, f.oid, r.rolname as role
      from (${ownedOn(server)
        .map(
          ([catalog, column, condition = 'true']) =>
            `select '${catalog}' as catalog, o.oid, o.${column} as owner from ${catalog} o
              where (o.oid >= 16384${catalog === 'pg_namespace' ? ` or o.nspname = 'public'` : ''}) and ${condition}`,
        )
        .join(' union all ')}) f
      join pg_roles r on r.oid = f.owner`,
  read: ({ catalog, oid, role }, resolve) => {
    const target = resolve({ catalog, oid })
    return target === undefined ? undefined : { catalog, oid, attributes: { target, role } }
  },
}
