import { tableKinds, unowned, userSchema } from '../../catalog/scope.js'
import { unwrap } from '../../sql/expression.js'
import type { Introspection } from '../kind.js'
import type { ColumnAttributes, IdentityOptions } from './column.js'
import { ownOptions } from './own-options.js'

export interface Row {
  oid: number
  schema: string
  table: string
  name: string
  position: number
  type: string
  collation: string | null
  expression: string | null
  expressionOid: number | null
  generatedKind: 'stored' | 'virtual' | null
  identity: IdentityOptions | null
  identityOid: number | null
  storage: ColumnAttributes['storage'] | null
  compression: ColumnAttributes['compression'] | null
  statistics: number | null
  options: string[] | null
  foreignOptions: string[] | null
  inherited: boolean
  local: boolean
}

export const introspection: Introspection<ColumnAttributes, Row> = {
  query: (server) => `
    select c.oid, n.nspname as schema, c.relname as table, a.attname as name, a.attnum as position,
           format_type(a.atttypid, a.atttypmod) as type,
           case when a.attcollation <> 0 and a.attcollation <> t.typcollation then (
             select quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
               from pg_collation co join pg_namespace cn on cn.oid = co.collnamespace where co.oid = a.attcollation)
           end as collation,
           case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end as expression,
           case when a.attgenerated <> '' then d.oid end as "expressionOid",
           case a.attgenerated when 's' then 'stored' when 'v' then 'virtual' end as "generatedKind",
           i.identity, i.oid as "identityOid",
           case when a.attstorage <> t.typstorage then
             case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end
           end as storage,
           case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end as compression,
           nullif(a.attstattarget, -1) as statistics,
           ${ownOptions('a')} as options,
           case when a.attfdwoptions is not null then (select json_agg(o order by o) from unnest(a.attfdwoptions) o) end as "foreignOptions",
           a.attinhcount > 0 as inherited, a.attinhcount > 0 and a.attislocal as local
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid
      left join lateral (
        select oid, adbin, adrelid from pg_attrdef
         where a.attgenerated <> '' and adrelid = a.attrelid and adnum = a.attnum offset 0) d on true
      left join lateral (
        -- Options are written only where they differ from those of a sequence of the column's type.
        select s.seqrelid as oid, json_build_object(
                 'always', a.attidentity = 'a',
                 'start', case when s.seqstart <> case when s.seqincrement > 0 then s.seqmin else s.seqmax end then s.seqstart::text end,
                 'increment', case when s.seqincrement <> 1 then s.seqincrement::text end,
                 'min', case when s.seqmin <> case when s.seqincrement > 0 then 1 else r.low end then s.seqmin::text end,
                 'max', case when s.seqmax <> case when s.seqincrement > 0 then r.high else -1 end then s.seqmax::text end,
                 'cache', case when s.seqcache <> 1 then s.seqcache::text end,
                 'cycle', s.seqcycle,
                 'sequence', case when sc.relname <> left(c.relname, 58 - least(length(a.attname), 29)) || '_' || left(a.attname, 58 - least(length(c.relname), 29)) || '_seq'
                   then quote_ident(sn.nspname) || '.' || quote_ident(sc.relname) end) as identity
          from pg_depend p
          join pg_sequence s on s.seqrelid = p.objid
          join pg_class sc on sc.oid = s.seqrelid
          join pg_namespace sn on sn.oid = sc.relnamespace
          join (values (21::oid, -32768::int8, 32767::int8), (23, -2147483648, 2147483647),
                       (20, -9223372036854775808, 9223372036854775807)) r(type, low, high) on r.type = s.seqtypid
         where a.attidentity <> '' and p.classid = 'pg_class'::regclass and p.refclassid = 'pg_class'::regclass
           and p.refobjid = a.attrelid and p.refobjsubid = a.attnum and p.deptype = 'i'
         -- OFFSET keeps this from being looked for at every column.
         offset 0) i on true
     where c.relkind in ${tableKinds} and a.attnum > 0 and not a.attisdropped and ${userSchema('n')} and ${unowned('c.oid', server)}`,
  read: ({ oid, expression, expressionOid, generatedKind, identityOid, ...row }) => ({
    catalog: 'pg_class',
    oid,
    sub: row.position,
    attributes: {
      ...row,
      generated: expression === null ? undefined : { expression: unwrap(expression), kind: generatedKind },
    } as ColumnAttributes,
    aliases: [
      ...(expressionOid === null ? [] : [{ catalog: 'pg_attrdef', oid: expressionOid }]),
      ...(identityOid === null ? [] : [{ catalog: 'pg_class', oid: identityOid }]),
    ],
  }),
}
