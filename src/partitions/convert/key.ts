import type { ConstraintAttributes } from '../../kinds/constraint/constraint.js'
import type { IndexAttributes } from '../../kinds/index/index-kind.js'
import { partsOf } from '../../kinds/partition/attachment.js'
import type { Side } from '../../plan/side.js'
import { quoteIdentifier } from '../../sql/identifier.js'
import type { Family } from './family.js'

/** Lists of columns that no two rows of a table share, and that are never null; primary keys first. */
export function keysOf({ table }: Family, side: Side): readonly (readonly string[])[] {
  const parts = partsOf(side.snapshot, table)
  const primary: (readonly string[])[] = []
  const others: (readonly string[])[] = []
  for (const { kind, attributes } of parts) {
    if (kind === 'constraint') {
      const { type, columns = [], deferrable, period } = attributes as ConstraintAttributes
      if (deferrable || period) continue
      if (type === 'primary key') primary.push(columns)
      else if (type === 'unique') others.push(columns)
    } else if (kind === 'index') {
      const { unique, keys, predicate, invalid } = attributes as IndexAttributes
      const columns = keys.flatMap(({ column }) => column ?? [])
      if (unique && !invalid && predicate === undefined && columns.length === keys.length) others.push(columns)
    }
  }
  const isNeverNull = (column: string): boolean =>
    side.get(`not-null ${table}.${quoteIdentifier(column)}`) !== undefined
  return [...primary, ...others.filter((columns) => columns.every(isNeverNull))]
}

/** The columns by which rows of one table are found in another. Where they say less than its own, the proof finds out. */
export function sharedKey(from: Family, fromSide: Side, to: Family, toSide: Side): readonly string[] | undefined {
  const own = keysOf(from, fromSide)
  const within = (inner: readonly string[], outer: readonly string[]): boolean =>
    inner.every((item) => outer.includes(item))
  const keys = keysOf(to, toSide)
  return (
    keys.find((key) => own.some((columns) => within(columns, key))) ??
    keys.find((key) => own.some((columns) => within(key, columns)))
  )
}
