import { unowned, userSchema } from '../../catalog/scope.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { IndexAttributes } from '../index/index-kind.js'
import { defineKind, type AlterRule } from '../kind.js'

export interface ReplicaIdentityAttributes {
  readonly schema: string
  readonly table: string
  /** What tells rows apart for logical replication, where it is not the primary key. */
  readonly by: 'full' | 'nothing' | 'index'
  /** The name of the index, or of the constraint that it belongs to. */
  readonly index?: string
}

interface Row extends ReplicaIdentityAttributes {
  oid: number
}

type Identity = ReplicaIdentityAttributes

const replicaIdentity = ({ schema, table }: Identity, what: string): string =>
  `ALTER TABLE ${qualified(schema, table)} REPLICA IDENTITY ${what}`

const set = (object: Identity): string =>
  replicaIdentity(
    object,
    object.index === undefined ? object.by.toUpperCase() : `USING INDEX ${quoteIdentifier(object.index)}`,
  )

/** The columns of the index: PostgreSQL wants each to be NOT NULL. */
const columnsOf = (index: object = {}): readonly string[] => {
  const { keys = [], columns = [] } = index as Partial<IndexAttributes> & { readonly columns?: readonly string[] }
  return [...keys.flatMap(({ column }) => column ?? []), ...columns]
}

const change: AlterRule<Identity> = { alter: (_before, after) => set(after) }

/** REPLICA IDENTITY of a table, where it is not the default one (Manual, ALTER TABLE). */
export const replicaIdentityKind = defineKind<ReplicaIdentityAttributes, Row>({
  name: 'replica-identity',
  introspection: {
    query: (server) => `
      select c.oid, n.nspname as schema, c.relname as table,
             case c.relreplident when 'f' then 'full' when 'n' then 'nothing' else 'index' end as by, x.relname as index
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        left join pg_index i on c.relreplident = 'i' and i.indrelid = c.oid and i.indisreplident
        left join pg_class x on x.oid = i.indexrelid
       where c.relkind in ('r', 'p') and c.relreplident <> 'd' and ${userSchema('n')} and ${unowned('c.oid', server)}
         -- Without its index it says as little as NOTHING.
         and (c.relreplident <> 'i' or x.oid is not null)`,
    // The table itself stands at 0, its columns above, their NOT NULL below.
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_class', oid, sub: -10_001, attributes }),
  },
  rules: {
    schema: 'ignore', // part of the id
    table: 'ignore', // part of the id
    by: change,
    index: change,
  },
  identity: ({ schema, table }) => qualified(schema, table),
  parent: ({ schema, table }) => `table ${qualified(schema, table)}`,
  requires: ({ schema, table, index }, snapshot) => {
    if (index === undefined) return []
    const ids = [`index ${qualified(schema, index)}`, `constraint ${qualified(schema, table, index)}`]
    const columns = ids.flatMap((id) => columnsOf(snapshot.objects.get(id)?.attributes))
    return [...ids, ...columns.map((column) => `not-null ${qualified(schema, table, column)}`)]
  },
  sql: {
    create: set,
    drop: (object) => replicaIdentity(object, 'DEFAULT'),
  },
  render: ({ attributes: { by, index } }, writer) => ({
    as: 'item',
    list: 'parts',
    text: `${writer.use('replicaIdentity')}(${index === undefined ? writer.string(by) : writer.object({ index: writer.string(index) })})`,
  }),
})
