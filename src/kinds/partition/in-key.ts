import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { AlterContext } from '../kind.js'
import type { TableAttributes } from '../table/table.js'
import { stableDescendants } from './attachment.js'

/**
 * The id of a table that has to be made anew before a column can get another type: PostgreSQL refuses that to a column
 * that is part of the partition key, of the table or of one of its partitions.
 */
export function tableKeyedBy(
  { schema, table, name }: { readonly schema: string; readonly table: string; readonly name: string },
  { before, after }: AlterContext,
): string | undefined {
  const own = qualified(schema, table)
  const side = before.standing
  const names = [own, ...stableDescendants(own, before.snapshot, after.snapshot)]
  const keyed = names.some((item) => {
    const { partitionBy = '' } = (side.get(`table ${item}`)?.attributes ?? {}) as Partial<TableAttributes>
    const words: readonly string[] = partitionBy.match(/"(?:[^"]|"")*"|[\w$]+/g) ?? []
    return words.includes(quoteIdentifier(name))
  })
  return keyed ? `table ${own}` : undefined
}
