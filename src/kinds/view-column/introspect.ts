import { userSchema } from '../../catalog/scope.js'
import { rereadable } from '../../sql/rereadable.js'
import type { Introspection } from '../kind.js'
import type { ViewColumnAttributes } from './view-column.js'
import { ownOptions } from '../column/own-options.js'

export interface Row {
  oid: number
  schema: string
  view: string
  name: string
  position: number
  materialized: boolean
  default: string | null
  defaultOid: number | null
  statistics: number | null
  storage: string | null
  compression: string | null
  options: string[] | null
}

export const introspection: Introspection<ViewColumnAttributes, Row> = {
  query: () => `
    select c.oid, n.nspname as schema, c.relname as view, a.attname as name, a.attnum as position, c.relkind = 'm' as materialized,
           pg_get_expr(d.adbin, d.adrelid) as default, d.oid as "defaultOid",
           case when a.attstattarget >= 0 then a.attstattarget end as statistics,
           case when a.attstorage <> t.typstorage then
             case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end
           end as storage,
           case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end as compression,
           ${ownOptions('a')} as options
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where c.relkind in ('v', 'm') and a.attnum > 0 and not a.attisdropped and ${userSchema('n')}`,
  read: ({ oid, defaultOid, default: value, ...row }) => ({
    catalog: 'pg_class',
    oid,
    sub: row.position,
    attributes: { ...row, ...(value && { default: rereadable(value) }) } as ViewColumnAttributes,
    ...(defaultOid !== null && { aliases: [{ catalog: 'pg_attrdef', oid: defaultOid }] }),
  }),
}
