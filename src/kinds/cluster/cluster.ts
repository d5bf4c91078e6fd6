import { relationKind, userSchema } from '../../catalog/scope.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { relationId, type OnRelation } from '../relation.js'

export interface ClusterAttributes extends OnRelation {
  /** The name of the index, or of the constraint that it belongs to. */
  readonly index: string
}

interface Row extends ClusterAttributes {
  oid: number
}

const alter = ({ schema, table, on }: ClusterAttributes, action: string): string =>
  `ALTER ${on === undefined ? 'TABLE' : 'MATERIALIZED VIEW'} ${qualified(schema, table)} ${action}`

const set = (object: ClusterAttributes): string => alter(object, `CLUSTER ON ${quoteIdentifier(object.index)}`)

/** The index by which CLUSTER orders a table (Manual, ALTER TABLE, CLUSTER ON). */
export const clusterKind = defineKind<ClusterAttributes, Row>({
  name: 'cluster',
  introspection: {
    query: () => `
      select c.oid, n.nspname as schema, c.relname as table, ${relationKind('c')} as on, x.relname as index
        from pg_index i
        join pg_class x on x.oid = i.indexrelid
        join pg_class c on c.oid = i.indrelid
        join pg_namespace n on n.oid = c.relnamespace
       where i.indisclustered and ${userSchema('n')}`,
    // The table itself stands at 0, its columns above, their NOT NULL below.
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_class', oid, sub: -10_002, attributes }),
  },
  rules: {
    schema: 'ignore', // part of the id
    table: 'ignore', // part of the id
    on: 'replace',
    index: { alter: (_before, after) => set(after) },
  },
  identity: ({ schema, table }) => qualified(schema, table),
  parent: relationId,
  requires: ({ schema, table, index }) => [
    `index ${qualified(schema, index)}`,
    `constraint ${qualified(schema, table, index)}`,
  ],
  sql: {
    create: set,
    drop: (object) => alter(object, 'SET WITHOUT CLUSTER'),
  },
  render: ({ attributes: { index } }, writer) => ({
    as: 'item',
    list: 'parts',
    text: `${writer.use('clusterOn')}(${writer.string(index)})`,
  }),
})
