import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { Snapshot } from '../../catalog/snapshot.js'
import type { AlterContext, SqlContext } from '../kind.js'
import type { TableAttributes } from '../table/table.js'
import { ancestorsOf, stableDescendants } from './attachment.js'

type Partitioned = Partial<Pick<TableAttributes, 'partitionBy'>>

const namesIn = ({ partitionBy = '' }: Partitioned): readonly string[] =>
  partitionBy.match(/"(?:[^"]|"")*"|[\w$]+/g) ?? []

/**
 * The id of a table that has to be made anew before a column can get another type: PostgreSQL refuses that to a column
 * that is part of the partition key, of the table or of one of its partitions. Those that get another key go meanwhile.
 */
export function tableKeyedBy(
  { schema, table, name }: { readonly schema: string; readonly table: string; readonly name: string },
  { before, after }: AlterContext,
): string | undefined {
  const own = qualified(schema, table)
  const partitioned = (item: string, side: SqlContext): Partitioned => side.get(`table ${item}`)?.attributes ?? {}
  const keyed = [own, ...stableDescendants(own, before.snapshot, after.snapshot)].some(
    (item) =>
      namesIn(partitioned(item, before.standing)).includes(quoteIdentifier(name)) &&
      partitioned(item, before).partitionBy === partitioned(item, after).partitionBy,
  )
  return keyed ? `table ${own}` : undefined
}

/**
 * The columns of a key in the tables that it is a partition of, whatever their names stand for in the key: PostgreSQL changes
 * their types only while no partition is divided by them.
 */
export const keyInAncestors = (
  { schema, name, ...table }: Pick<TableAttributes, 'schema' | 'name' | 'partitionBy'>,
  snapshot: Snapshot,
): readonly string[] =>
  table.partitionBy === undefined
    ? []
    : ancestorsOf(snapshot, qualified(schema, name)).flatMap((ancestor) =>
        namesIn(table).map((column) => `column ${ancestor}.${column}`),
      )
