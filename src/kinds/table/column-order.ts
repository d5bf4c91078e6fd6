import { equal } from '../../catalog/json.js'
import type { ColumnAttributes } from '../column/column.js'
import type { AlterContext, SqlContext } from '../kind.js'
import { partsOf } from '../partition/attachment.js'

/**
 * Whether the columns of a table stand in the order of the other side once some are gone and others have come: ALTER TABLE
 * can only append. It matters to a table OF a type.
 */
export function columnsKeepOrder(id: string, { before, after }: AlterContext): boolean {
  const was = columnsOf(id, before)
  const is = columnsOf(id, after)
  const kept = was.filter((name) => is.includes(name))
  return equal([...kept, ...is.filter((name) => !was.includes(name))], is)
}

const columnsOf = (id: string, side: SqlContext): string[] =>
  partsOf(side.snapshot, id.slice('table '.length))
    .flatMap(({ kind, attributes }) => (kind === 'column' ? [attributes as ColumnAttributes] : []))
    .sort((a, b) => a.position - b.position)
    .map(({ name }) => name)
