import { tableKinds, unowned, userSchema } from '../../catalog/scope.js'
import { rereadable } from '../../sql/rereadable.js'
import { withoutSecrets } from '../../sql/foreign-options.js'
import type { Introspection } from '../kind.js'
import type { TableAttributes } from './table.js'

export interface Row {
  oid: number
  schema: string
  name: string
  unlogged: boolean
  partitionBy: string | null
  of: string | null
  options: string[] | null
  tablespace: string | null
  accessMethod: string | null
  rowSecurity: boolean
  forceRowSecurity: boolean
  foreign: string | null
  foreignOptions: string[] | null
}

export const introspection: Introspection<TableAttributes, Row> = {
  query: (server) => `
    select c.oid, n.nspname as schema, c.relname as name, c.relpersistence = 'u' as unlogged,
           case c.relkind when 'p' then pg_get_partkeydef(c.oid) end as "partitionBy",
           case when c.reloftype <> 0 then format_type(c.reloftype, null) end as of,
           case when c.reloptions is not null or t.reloptions is not null then (
             select json_agg(o order by o) from (
               select unnest(c.reloptions) as o union all select 'toast.' || unnest(t.reloptions)) x) end as options,
           s.spcname as tablespace, case when a.amname <> 'heap' then a.amname end as "accessMethod",
           c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as "forceRowSecurity",
           fs.srvname as foreign, to_json(f.ftoptions) as "foreignOptions"
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      left join lateral (select reloptions from pg_class where oid = c.reltoastrelid offset 0) t on true
      left join pg_tablespace s on s.oid = c.reltablespace
      left join pg_am a on a.oid = c.relam
      left join pg_foreign_table f on f.ftrelid = c.oid
      left join pg_foreign_server fs on fs.oid = f.ftserver
     where c.relkind in ${tableKinds} and ${userSchema('n')} and ${unowned('c.oid', server)}`,
  read: ({ oid, partitionBy, foreignOptions: list, ...row }) => {
    const { options: foreignOptions, secrets: foreignSecrets } = withoutSecrets(list)
    const foreign = row.foreign === null ? {} : { foreignOptions, foreignSecrets }
    const key = partitionBy === null ? {} : { partitionBy: rereadable(partitionBy) }
    return { catalog: 'pg_class', oid, attributes: { ...row, ...key, ...foreign } as TableAttributes }
  },
}
