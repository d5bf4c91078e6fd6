import { userSchema } from '../../catalog/scope.js'
import { rereadable } from '../../sql/rereadable.js'
import type { Introspection } from '../kind.js'
import type { ViewAttributes, ViewResultColumn } from './view.js'

export interface Row {
  oid: number
  schema: string
  name: string
  definition: string
  columns: ViewResultColumn[]
  options: string[] | null
}

/** A query as a person would write it: without the blank that PostgreSQL prints before it and the semicolon after it. */
export const queryText = (definition: string): string => rereadable(definition.replace(/;\s*$/, '').trimStart())

export const introspection: Introspection<ViewAttributes, Row> = {
  query: () => `
    select c.oid, n.nspname as schema, c.relname as name, pg_get_viewdef(c.oid) as definition,
           (select json_agg(json_build_object(
                     'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
                     'collation', case when a.attcollation <> t.typcollation then (
                       select quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
                         from pg_collation co join pg_namespace cn on cn.oid = co.collnamespace where co.oid = a.attcollation) end)
                     order by a.attnum)
              from pg_attribute a join pg_type t on t.oid = a.atttypid
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
           case when c.reloptions is not null then (select json_agg(o order by o) from unnest(c.reloptions) o) end as options
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'v' and ${userSchema('n')}`,
  read: ({ oid, definition, options, ...row }) => ({
    catalog: 'pg_class',
    oid,
    attributes: {
      ...row,
      definition: queryText(definition),
      ...(options !== null && { options }),
    },
  }),
}
