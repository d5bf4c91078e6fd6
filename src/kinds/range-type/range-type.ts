import { userSchema } from '../../catalog/scope.js'
import { qualified } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { rules } from './compare.js'
import { render } from './render.js'
import { constructorsOf, multirangeOf, rangeTypeSql } from './sql.js'

export interface RangeTypeAttributes {
  readonly schema: string
  readonly name: string
  /** As format_type writes it. */
  readonly subtype: string
  /** Qualified, where it is not the default one of the subtype. */
  readonly opclass?: string
  /** Qualified, where it is not that of the subtype. */
  readonly collation?: string
  /** The qualified name of the canonicalization function. */
  readonly canonical?: string
  /** The qualified name of the function that gives the difference of two values. */
  readonly subtypeDiff?: string
  /** The qualified name of its multirange type, where it is not the one that PostgreSQL chooses. */
  readonly multirange?: string
}

interface Row extends Omit<RangeTypeAttributes, 'multirange'> {
  oid: number
  multirangeOid: number
  multirangeSchema: string
  multirangeName: string
  /** Its constructors and those of its multirange type. */
  functions: number[] | null
}

const functionName = (oid: string): string => `
  (select quote_ident(fn.nspname) || '.' || quote_ident(f.proname)
     from pg_proc f join pg_namespace fn on fn.oid = f.pronamespace where f.oid = ${oid})`

/** A range type with its multirange type (Manual, 8.17). */
export const rangeTypeKind = defineKind<RangeTypeAttributes, Row>({
  name: 'range-type',
  introspection: {
    query: () => `
      select t.oid, n.nspname as schema, t.typname as name, format_type(r.rngsubtype, null) as subtype,
             case when not o.opcdefault then quote_ident(os.nspname) || '.' || quote_ident(o.opcname) end as opclass,
             case when r.rngcollation <> s.typcollation then (
               select quote_ident(cn.nspname) || '.' || quote_ident(c.collname)
                 from pg_collation c join pg_namespace cn on cn.oid = c.collnamespace where c.oid = r.rngcollation) end as collation,
             case when r.rngcanonical <> 0 then ${functionName('r.rngcanonical')} end as canonical,
             case when r.rngsubdiff <> 0 then ${functionName('r.rngsubdiff')} end as "subtypeDiff",
             m.oid as "multirangeOid", mn.nspname as "multirangeSchema", m.typname as "multirangeName",
             (select json_agg(d.objid::int8) from pg_depend d
               where d.classid = 'pg_proc'::regclass and d.refclassid = 'pg_type'::regclass
                 and d.refobjid in (t.oid, m.oid) and d.deptype = 'i') as functions
        from pg_range r
        join pg_type t on t.oid = r.rngtypid
        join pg_namespace n on n.oid = t.typnamespace
        join pg_type s on s.oid = r.rngsubtype
        join pg_opclass o on o.oid = r.rngsubopc
        join pg_namespace os on os.oid = o.opcnamespace
        join pg_type m on m.oid = r.rngmultitypid
        join pg_namespace mn on mn.oid = m.typnamespace
       where ${userSchema('n')}`,
    read: ({ oid, multirangeOid, multirangeSchema, multirangeName, functions, ...row }) => {
      const multirange = qualified(multirangeSchema, multirangeName)
      return {
        catalog: 'pg_type',
        oid,
        attributes: { ...row, ...(multirange !== multirangeOf(row) && { multirange }) },
        aliases: [
          { catalog: 'pg_type', oid: multirangeOid },
          ...(functions ?? []).map((of) => ({ catalog: 'pg_proc', oid: of })),
        ],
      }
    },
  },
  rules,
  identity: ({ schema, name }) => qualified(schema, name),
  brings: (type) => constructorsOf(type).map((constructor) => `function ${constructor}`),
  requires: ({ schema }) => [`schema ${qualified(schema)}`],
  slots: ({ schema, name }) => [`type ${qualified(schema, name)}`],
  sql: rangeTypeSql,
  render,
})
