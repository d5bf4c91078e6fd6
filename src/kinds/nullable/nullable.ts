import { tableKinds, unowned, userSchema } from '../../catalog/scope.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { defineKind, type SqlContext } from '../kind.js'
import { sameInParents, stableDescendants } from '../partition/attachment.js'

export interface NullableAttributes {
  readonly schema: string
  readonly table: string
  readonly column: string
}

interface Row extends NullableAttributes {
  relation: number
  position: number
}

/**
 * What is there before is left as it is by the NOT NULL of the parents, or loses its own. Tables below that are not nullable
 * either are taken along.
 */
function create(object: NullableAttributes, { snapshot, opposite }: SqlContext): string[] {
  const top = qualified(object.schema, object.table)
  const name = quoteIdentifier(object.column)
  const isBefore = opposite.get(`column ${top}.${name}`) !== undefined
  const isMadeAnew = opposite.get(`nullable ${top}.${name}`) !== undefined
  if (isBefore && !isMadeAnew) return []
  const below = stableDescendants(top, snapshot, opposite.snapshot)
  return [top, ...below.filter((child) => !snapshot.objects.has(`not-null ${child}.${name}`))].map(
    (item) => `ALTER TABLE ONLY ${item} ALTER COLUMN ${name} DROP NOT NULL`,
  )
}

/**
 * A column of a child of INHERITS that may be null, although its parent's may not: until 17, NOT NULL could be dropped from a child
 * alone (from 18 on it is a constraint, which the child inherits: Release Notes 18).
 */
export const nullableKind = defineKind<NullableAttributes, Row>({
  name: 'nullable',
  introspection: {
    query: (server) => `
      select distinct c.oid as relation, a.attnum as position, n.nspname as schema, c.relname as table, a.attname as column
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute pa on pa.attrelid = i.inhparent and pa.attnum > 0 and pa.attnotnull
        join pg_attribute a on a.attrelid = c.oid and a.attname = pa.attname and not a.attnotnull and a.attinhcount > 0
       where ${server.major < 18} and not c.relispartition and c.relkind in ${tableKinds} and ${userSchema('n')} and ${unowned('c.oid', server)}`,
    // There is no catalog row of its own: the column's, with a number that no column has.
    read: ({ relation, position, ...attributes }) => ({
      catalog: 'pg_inherits',
      oid: relation,
      sub: -position,
      attributes,
    }),
  },
  rules: {
    schema: 'ignore', // part of the id
    table: 'ignore', // part of the id
    column: 'ignore', // part of the id
  },
  identity: ({ schema, table, column }) => qualified(schema, table, column),
  parent: ({ schema, table, column }) => `column ${qualified(schema, table, column)}`,
  // It undoes what those gave the child.
  requires: ({ schema, table, column }, snapshot) =>
    sameInParents('not-null', qualified(schema, table), column, snapshot).filter((id) => snapshot.objects.has(id)),
  sql: {
    create,
    // The NOT NULL that comes in its place says so.
    drop: () => [],
    reference: ({ schema, table, column }) => `COLUMN ${qualified(schema, table, column)}`,
  },
  render: () => ({ as: 'call', text: '.nullable()' }),
})
