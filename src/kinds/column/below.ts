import type { Snapshot } from '../../catalog/snapshot.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { Moment, SqlContext } from '../kind.js'
import { isPulledApart } from '../inheritance/pulled-apart.js'
import { isStable, parentsOf, stableChildren, stableDescendants } from '../partition/attachment.js'
import type { ColumnAttributes } from './column.js'

/*
 * What becomes of a column in the tables below when it comes to their parents or goes from them. Those that have it from
 * several tables have it as long as one of these has it: which one is the last, or the first, the order of the steps says.
 */

type Column = ColumnAttributes

const tableOf = ({ schema, table }: Column): string => qualified(schema, table)

const idIn = (table: string, { name }: Column): string => `column ${table}.${quoteIdentifier(name)}`

/** The column of that name of another table. */
export const sameOf = (column: Column, table: string, snapshot: Snapshot): Column | undefined =>
  snapshot.objects.get(idIn(table, column))?.attributes as Column | undefined

const holdersOf = (column: Column, table: string, side: Snapshot): readonly string[] =>
  parentsOf(side, table).filter((parent) => sameOf(column, parent, side) !== undefined)

/** The tables above a child, or the child itself, where steps of their own make and drop its column. */
function originsOf(column: Column, table: string, context: SqlContext): readonly string[] {
  const { snapshot, opposite } = context
  const holders = isStable(table, snapshot, opposite.snapshot) ? holdersOf(column, table, snapshot) : []
  return holders.length === 0 ? [table] : holders.flatMap((holder) => originsOf(column, holder, context))
}

/** Whether a child has the column, at the moment of the step of one that it has it from, from another of these. */
const isHeld = (column: Column, child: string, context: SqlContext, meanwhile: Moment | undefined): boolean =>
  meanwhile !== undefined &&
  originsOf(column, child, context).some(
    (origin) => origin !== tableOf(column) && meanwhile.get(idIn(origin, column)) !== undefined,
  )

/** Tables below that have the column by themselves too and come to have it: merged with the parent's it would not be theirs. */
export const ownBelow = (column: Column, context: SqlContext, meanwhile: Moment | undefined): readonly Column[] =>
  stableDescendants(tableOf(column), context.snapshot, context.opposite.snapshot)
    .toReversed()
    .flatMap((child) => {
      const own = sameOf(column, child, context.snapshot)
      const isNew = own?.local === true && sameOf(column, child, context.opposite.snapshot) === undefined
      return isNew && !isHeld(column, child, context, meanwhile) ? [own] : []
    })

const belongs = new Set(['default', 'not-null', 'inheritance', 'comment'])

/** Whether nothing stands on a column but what goes and comes with it. */
export const standsAlone = (id: string, side: SqlContext): boolean =>
  side.dependents(id).every((item) => belongs.has(side.get(item)?.kind ?? 'default'))

/**
 * Tables below that have had the column by themselves and shall have it from the parent alone: merged, it would stay their own.
 * The values move to the parent's column, unless something stands on the one that they are in.
 */
export function takenOver(column: Column, context: SqlContext, meanwhile: Moment | undefined): readonly Column[] {
  const { snapshot, opposite } = context
  return stableDescendants(tableOf(column), snapshot, opposite.snapshot).flatMap((child) => {
    const after = sameOf(column, child, snapshot)
    const before = sameOf(column, child, opposite.snapshot)
    const free = standsAlone(idIn(child, column), opposite)
    const isTaken = after?.inherited && !after.local && before !== undefined && !before.inherited
    const isFirst = !isHeld(column, child, context, meanwhile)
    return isTaken && free && isFirst && after.generated === undefined ? [after] : []
  })
}

const keeps = (there: Column | undefined): boolean => there !== undefined && (!there.inherited || there.local === true)

/** Whether a table loses the column, if only to get it again from those that it loses it with. */
function loses(column: Column, table: string, context: SqlContext): boolean {
  const [own, other] = [context.snapshot, context.opposite.snapshot]
  const there = sameOf(column, table, other)
  const holders = isStable(table, own, other) ? holdersOf(column, table, own) : []
  if (holders.length === 0) return !context.stays(idIn(table, column))
  if (!holders.every((holder) => loses(column, holder, context))) return false
  return (
    there === undefined ||
    (!keeps(there) && holdersOf(column, table, other).every((holder) => loses(column, holder, context)))
  )
}

/** Whether a table that loses the column has such below it as keep it: they would lose it too. */
const leavesItBelow = (column: Column, table: string, context: SqlContext): boolean =>
  stableChildren(table, context.snapshot, context.opposite.snapshot).some(
    (child) =>
      sameOf(column, child, context.snapshot) !== undefined &&
      (loses(column, child, context)
        ? leavesItBelow(column, child, context)
        : keeps(sameOf(column, child, context.opposite.snapshot))),
  )

/** Drops a column. Tables below that keep their column keep it with its values; the others may have to be told. */
export function drop(column: Column, context: SqlContext, meanwhile: Moment | undefined): string[] {
  const [own, other] = [context.snapshot, context.opposite.snapshot]
  const table = tableOf(column)
  const gone = new Map([[table, column]])
  for (const child of stableDescendants(table, own, other)) {
    const inChild = sameOf(column, child, own)
    const isReached = parentsOf(own, child).some((parent) => gone.has(parent))
    if (inChild === undefined || !isReached || !loses(column, child, context)) continue
    if (!isHeld(column, child, context, meanwhile)) gone.set(child, inChild)
  }
  const holders = new Set([...gone.keys()].flatMap((item) => [item, ...holdersOf(column, item, own)]))
  const alone = new Set([...holders].filter((item) => leavesItBelow(column, item, context)))
  const name = quoteIdentifier(column.name)
  const drops = [...gone].flatMap(([item, { local }]) => {
    const isTold = item === table || local === true || holdersOf(column, item, own).some((holder) => alone.has(holder))
    return isTold ? [`ALTER TABLE ${alone.has(item) ? 'ONLY ' : ''}${item} DROP COLUMN ${name}`] : []
  })
  const bare = leavesNotNull(column, new Set(gone.keys()), context)
  return [...bare.map((item) => `ALTER TABLE ${item} ALTER COLUMN ${name} DROP NOT NULL`), ...drops]
}

/**
 * A child that has the column from other parents as well would keep the NOT NULL of one that goes, and could not be rid of it.
 * The tables, of those that lose the column, where it has to go before.
 */
function leavesNotNull(
  column: Column,
  gone: ReadonlySet<string>,
  { snapshot, opposite }: SqlContext,
): readonly string[] {
  const isNotNull = (table: string, side: Snapshot): boolean =>
    side.objects.has(`not-null ${table}.${quoteIdentifier(column.name)}`)
  const isLeft = (child: string): boolean =>
    !gone.has(child) &&
    sameOf(column, child, opposite.snapshot)?.inherited === true &&
    isNotNull(child, snapshot) &&
    // Before 18 it goes from the child whatever the others say.
    (snapshot.version >= 180_000 || !isNotNull(child, opposite.snapshot)) &&
    !isPulledApart(sameOf(column, child, snapshot)!, snapshot, opposite.snapshot)
  return [...gone].filter(
    (table) => isNotNull(table, snapshot) && stableChildren(table, snapshot, opposite.snapshot).some(isLeft),
  )
}
