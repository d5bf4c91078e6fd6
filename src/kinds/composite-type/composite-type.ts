import { userSchema } from '../../catalog/scope.js'
import { qualified } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { rules } from './compare.js'
import { render } from './render.js'
import { compositeTypeSql } from './sql.js'

export interface Attribute {
  readonly name: string
  /** As format_type writes it. */
  readonly type: string
  /** Qualified, where it is not the default one of the type. */
  readonly collation?: string
}

export interface CompositeTypeAttributes {
  readonly schema: string
  readonly name: string
  /** In their order, which is that of the values in a row. */
  readonly attributes?: readonly Attribute[]
  /** Names that attributes had before, by the names that they have now; only declared. */
  readonly renamed?: Readonly<Record<string, string>>
}

interface Row extends CompositeTypeAttributes {
  oid: number
  relation: number
}

/** A composite type (Manual, 8.16). */
export const compositeTypeKind = defineKind<CompositeTypeAttributes, Row>({
  name: 'composite-type',
  introspection: {
    query: () => `
      select t.oid, c.oid as relation, n.nspname as schema, t.typname as name,
             (select json_agg(json_build_object(
                'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
                'collation', case when a.attcollation <> 0 and a.attcollation <> y.typcollation then (
                  select quote_ident(cn.nspname) || '.' || quote_ident(o.collname)
                    from pg_collation o join pg_namespace cn on cn.oid = o.collnamespace where o.oid = a.attcollation) end)
                order by a.attnum)
                from pg_attribute a join pg_type y on y.oid = a.atttypid
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as attributes
        from pg_class c
        join pg_type t on t.oid = c.reltype
        join pg_namespace n on n.oid = t.typnamespace
       where c.relkind = 'c' and ${userSchema('n')}`,
    read: ({ oid, relation, ...attributes }) => ({
      catalog: 'pg_type',
      oid,
      attributes,
      aliases: [{ catalog: 'pg_class', oid: relation }],
    }),
  },
  rules,
  identity: ({ schema, name }) => qualified(schema, name),
  brings: ({ schema, name, attributes = [] }) =>
    attributes.map((attribute) => `column ${qualified(schema, name, attribute.name)}`),
  requires: ({ schema }) => [`schema ${qualified(schema)}`],
  slots: ({ schema, name }) => [`type ${qualified(schema, name)}`, `relation ${qualified(schema, name)}`],
  verbatim: ['renamed'],
  sql: compositeTypeSql,
  render,
})
