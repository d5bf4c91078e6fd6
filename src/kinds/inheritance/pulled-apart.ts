import { equal } from '../../catalog/json.js'
import type { Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'
import { ancestorsOf, isStable, parentsOf, partsOf } from '../partition/attachment.js'

interface Column {
  readonly schema: string
  readonly table: string
  readonly name: string
  readonly type: string
  readonly collation?: string
  readonly inherited?: boolean
}

const idIn = (table: string, { name }: Column): string => `column ${table}.${qualified(name)}`

/** The tables that a column comes from in the end. */
function originsOf(column: Column, table: string, snapshot: Snapshot): readonly string[] {
  const holders = holdersOf(column, table, snapshot)
  return holders.length === 0 ? [table] : holders.flatMap((parent) => originsOf(column, parent, snapshot))
}

/** True for a column that comes from several tables, none of which can be altered without the others. */
export const comesFromSeveral = (column: Column, snapshot: Snapshot): boolean =>
  column.inherited === true && new Set(originsOf(column, qualified(column.schema, column.table), snapshot)).size > 1

const holdersOf = (column: Column, table: string, snapshot: Snapshot): readonly string[] =>
  parentsOf(snapshot, table).filter((parent) => snapshot.objects.has(idIn(parent, column)))

/** True for a column that comes from some of the parents of a child before, and from others of them after. */
function passesBetween(column: Column, table: string, own: Snapshot, other: Snapshot): boolean {
  const others = holdersOf(column, table, other)
  return isStable(table, own, other) && !holdersOf(column, table, own).some((holder) => others.includes(holder))
}

/**
 * True for a column of a child of INHERITS that gets another type while it cannot follow: PostgreSQL alters no column that
 * comes from a further table, which does not alter it at the same moment. The child hangs off until all have that type, and
 * keeps its values so where it has the column from others of its parents afterwards.
 */
export function isPulledApart(column: Column, own: Snapshot, other: Snapshot): boolean {
  const table = qualified(column.schema, column.table)
  if (!column.inherited || [own, other].every((side) => parentsOf(side, table).length < 2)) return false
  const before = other.objects.get(idIn(table, column))?.attributes as Column | undefined
  if (!before?.inherited) return false
  if (before.type === column.type && equal(before.collation, column.collation))
    return passesBetween(column, table, own, other)
  const origins = new Set([own, other].flatMap((side) => originsOf(column, table, side)))
  return !isStable(table, own, other) || origins.size > 1
}

const columnsPulledApart = (child: string, own: Snapshot, other: Snapshot): readonly Column[] =>
  partsOf(own, child)
    .flatMap(({ kind, attributes }) => (kind === 'column' ? (attributes as Column) : []))
    .filter((column) => isPulledApart(column, own, other))

/** The same of the NOT NULL of a column. */
export function isOfPulledApart(
  { schema, table, column }: { readonly schema: string; readonly table: string; readonly column: string },
  own: Snapshot,
  other: Snapshot,
): boolean {
  const found = own.objects.get(`column ${qualified(schema, table, column)}`)?.attributes as Column | undefined
  return found !== undefined && isPulledApart(found, own, other)
}

/** Ids of the columns of a child, and of the same in the tables above it, with their NOT NULL, that change while it hangs off. */
export const pulledApart = (child: string, own: Snapshot, other: Snapshot): readonly string[] =>
  columnsPulledApart(child, own, other).flatMap((column) =>
    [child, ...ancestorsOf(own, child)].flatMap((table) => [
      idIn(table, column),
      `not-null ${table}.${qualified(column.name)}`,
    ]),
  )
