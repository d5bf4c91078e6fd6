import { relationKind, unowned, userSchema } from '../../catalog/scope.js'
import { unwrap } from '../../sql/expression.js'
import { rereadable } from '../../sql/rereadable.js'
import { defaultName } from '../../sql/default-name.js'
import { qualified } from '../../sql/identifier.js'
import type { Introspection } from '../kind.js'
import { formerColumns, indexColumns, namesInIndex, partSuffix, type IndexColumns } from '../partition/index-columns.js'
import type { OtherRelation } from '../relation.js'
import type { IndexAttributes, IndexKey } from './index-kind.js'

export interface Row {
  oid: number
  schema: string
  table: string
  on: OtherRelation | null
  name: string
  method: string
  unique: boolean
  nullsNotDistinct: boolean
  keys: (IndexKey & { position: number })[]
  include: string[] | null
  predicate: string | null
  options: string[] | null
  tablespace: string | null
  statistics: Record<string, number> | null
  invalid: boolean
  parentSchema: string | null
  parentName: string | null
  partitioned: boolean
  columns: IndexColumns | null
  sharesName: boolean
}

/** Bits of pg_index.indoption. */
const DESC = 1
const NULLS_FIRST = 2

export const introspection: Introspection<IndexAttributes, Row> = {
  query: (server) => `
    select c.oid, n.nspname as schema, t.relname as table, ${relationKind('t')} as on,
           c.relname as name, am.amname as method,
           i.indisunique as unique, ${server.major >= 15 ? 'i.indnullsnotdistinct' : 'false'} as "nullsNotDistinct",
           (select json_agg(json_build_object(
              'column', a.attname,
              'expression', case when a.attname is null then pg_get_indexdef(c.oid, p + 1, false) end,
              -- Of an expression the catalog holds only the outcome: the definition tells whether it was written.
              'collation', case when i.indcollation[p] <> 0 and case
                             when a.attnum is null
                               then strpos(pg_get_indexdef(c.oid), pg_get_indexdef(c.oid, p + 1, false) || ' COLLATE ') > 0
                             else i.indcollation[p] is distinct from coalesce(a.typcollation, 0)
                               or a.attcollation is distinct from i.indcollation[p] end
                           then (select quote_ident(ln.nspname) || '.' || quote_ident(l.collname)
                                   from pg_collation l join pg_namespace ln on ln.oid = l.collnamespace
                                  where l.oid = i.indcollation[p]) end,
              'opclass', case when not o.opcdefault or k.attoptions is not null then
                           case when pg_opclass_is_visible(o.oid) then '' else quote_ident(os.nspname) || '.' end || quote_ident(o.opcname)
                           || case when k.attoptions is null then '' else
                                (select ' (' || string_agg(split_part(e, '=', 1) || '=' || quote_literal(substr(e, strpos(e, '=') + 1)), ', ') || ')'
                                   from unnest(k.attoptions) e) end end,
              'desc', i.indoption[p]::int & ${DESC} <> 0,
              'nulls', case i.indoption[p]::int & ${DESC | NULLS_FIRST}
                         when ${DESC} then 'last' when ${NULLS_FIRST} then 'first' end) order by p)
              from generate_series(0, i.indnkeyatts - 1) p
              -- OFFSET keeps the planner from reading all columns of the table for each key.
              left join lateral (
                select attname, attnum, attcollation, (select typcollation from pg_type t where t.oid = atttypid) as typcollation
                  from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[p] and attnum > 0 offset 0) a on true
              join lateral (
                select attcollation, attoptions from pg_attribute where attrelid = c.oid and attnum = p + 1 offset 0) k on true
              join pg_opclass o on o.oid = i.indclass[p] join pg_namespace os on os.oid = o.opcnamespace) as keys,
           case when i.indnatts > i.indnkeyatts then (
             select json_agg(a.attname order by p) from generate_series(i.indnkeyatts, i.indnatts - 1) p
               join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[p]) end as include,
           pg_get_expr(i.indpred, i.indrelid) as predicate,
           case when c.reloptions is not null then to_json(c.reloptions) end as options,
           s.spcname as tablespace,
           (select json_object_agg(k.attnum, k.attstattarget) from pg_attribute k
             where k.attrelid = c.oid and k.attstattarget >= 0) as statistics,
           not i.indisvalid as invalid, hn.nspname as "parentSchema", h.relname as "parentName",
           c.relkind = 'I' as partitioned, ic.columns,
           ic.columns is not null and count(ic.columns) over (partition by i.indrelid, (ic.columns->'names')::text) > 1 as "sharesName"
      from pg_index i
      join pg_class c on c.oid = i.indexrelid
      join pg_class t on t.oid = i.indrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_am am on am.oid = c.relam
      left join pg_tablespace s on s.oid = c.reltablespace
      left join pg_inherits hi on c.relispartition and hi.inhrelid = c.oid
      left join pg_class h on h.oid = hi.inhparent
      left join lateral (
        select ${indexColumns('c.oid', 'i.indrelid', 'i.indkey', `c.relispartition or c.relkind = 'I'`)} as columns) ic on true
      left join pg_namespace hn on hn.oid = h.relnamespace
     where t.relkind in ('r', 'p', 'm') and ${userSchema('n')} and ${unowned('t.oid', server)}
       -- As a list that is hashed once: the planner expects few indexes, and would go through all constraints for each of them.
       and c.oid not in (select k.conindid from pg_constraint k where k.contype in ('p', 'u', 'x'))`,
  read: ({ oid, predicate, parentSchema, parentName, partitioned, columns, sharesName, ...row }) => ({
    catalog: 'pg_class',
    oid,
    attributes: {
      ...row,
      keys: row.keys.map(toKey),
      predicate: predicate === null ? undefined : unwrap(predicate),
      ...(parentName !== null && {
        inherited: qualified(parentSchema!, parentName),
        ...automatic(row, columns!, sharesName),
      }),
      ...(partitioned && { formerColumns: formerColumns(columns) }),
    } as IndexAttributes,
  }),
}

const toKey = (key: IndexKey): IndexKey => (key.expression ? { ...key, expression: rereadable(key.expression) } : key)

/** An attached index is named after its table and its columns; several of them are numbered as they come. */
function automatic(
  { table, name }: { table: string; name: string },
  columns: IndexColumns,
  sharesName: boolean,
): { automaticName?: string } {
  if (sharesName) return { automaticName: '?' }
  const automaticName = defaultName([table, ...namesInIndex(columns)], partSuffix('index'))
  return automaticName === name ? {} : { automaticName }
}
