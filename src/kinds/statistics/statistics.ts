import { relationKind, userSchema } from '../../catalog/scope.js'
import { unwrap } from '../../sql/expression.js'
import { qualified } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { relationId, type OnRelation } from '../relation.js'
import { rules } from './compare.js'
import { render } from './render.js'
import { statisticsSql } from './sql.js'

export type StatisticsSort = 'ndistinct' | 'dependencies' | 'mcv'

export interface StatisticsAttributes extends OnRelation {
  readonly name: string
  /** The schema of the relation, where it is not that of the statistics. */
  readonly tableSchema?: string
  /** What is gathered, where it is not everything. */
  readonly sorts?: readonly StatisticsSort[]
  /** Sorted by name: PostgreSQL does not keep an order. */
  readonly columns?: readonly string[]
  readonly expressions?: readonly string[]
  /** The statistics target, where it is not the default one. */
  readonly target?: number
}

interface Row extends Omit<StatisticsAttributes, 'tableSchema'> {
  oid: number
  tableSchema: string
}

export const relationOf = ({ schema, table, on, tableSchema }: StatisticsAttributes): OnRelation => ({
  schema: tableSchema ?? schema,
  table,
  ...(on !== undefined && { on }),
})

/** Extended statistics: what the planner knows of several columns together (Manual, CREATE STATISTICS). */
export const statisticsKind = defineKind<StatisticsAttributes, Row>({
  name: 'statistics',
  introspection: {
    query: () => `
      select s.oid, n.nspname as schema, s.stxname as name, cn.nspname as "tableSchema", c.relname as table,
             ${relationKind('c')} as on,
             -- Of a single expression nothing can be chosen.
             case when array_length(s.stxkind, 1) < 3 + (s.stxexprs is not null)::int and s.stxkind <> '{e}' then (
               select json_agg(case k when 'd' then 'ndistinct' when 'f' then 'dependencies' else 'mcv' end order by p)
                 from unnest(s.stxkind) with ordinality u(k, p) where k <> 'e') end as sorts,
             (select json_agg(a.attname order by a.attname) from unnest(s.stxkeys::int2[]) k
                join pg_attribute a on a.attrelid = s.stxrelid and a.attnum = k) as columns,
             (select json_agg(e) from unnest(pg_get_statisticsobjdef_expressions(s.oid)) e) as expressions,
             nullif(s.stxstattarget, -1) as target
        from pg_statistic_ext s
        join pg_namespace n on n.oid = s.stxnamespace
        join pg_class c on c.oid = s.stxrelid
        join pg_namespace cn on cn.oid = c.relnamespace
       where ${userSchema('n')}`,
    read: ({ oid, tableSchema, expressions, ...row }) => ({
      catalog: 'pg_statistic_ext',
      oid,
      attributes: {
        ...row,
        ...(tableSchema !== row.schema && { tableSchema }),
        ...(expressions && { expressions: expressions.map(unwrap) }),
      },
    }),
  },
  rules,
  identity: ({ schema, name }) => qualified(schema, name),
  parent: (object) => relationId(relationOf(object)),
  requires: (object) => [
    `schema ${qualified(object.schema)}`,
    ...(object.columns ?? []).map(
      (column) => `column ${qualified(object.tableSchema ?? object.schema, object.table, column)}`,
    ),
  ],
  slots: ({ schema, name }) => [`statistics ${qualified(schema, name)}`],
  sql: statisticsSql,
  render,
})
