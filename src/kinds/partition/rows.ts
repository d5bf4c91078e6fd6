import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { Snapshot } from '../../catalog/snapshot.js'
import type { SqlContext } from '../kind.js'
import { conversion } from '../type/conversion.js'
import { childrenOf, partsOf } from './attachment.js'
import { belongsTo } from './bound.js'
import type { ColumnAttributes } from '../column/column.js'
import type { TableAttributes } from '../table/table.js'
import type { PartitionAttributes } from './partition.js'

const nameOf = ({ schema, name }: PartitionAttributes): string => qualified(schema, name)
const parentOf = ({ parent }: PartitionAttributes): string => qualified(parent.schema, parent.name)
const asideOf = ({ schema, name }: PartitionAttributes): string => qualified(schema, `${name.slice(0, 50)} aside`)

const values = (bound: string, pattern: RegExp): readonly string[] | undefined =>
  pattern
    .exec(bound)
    ?.slice(1)
    .flatMap((list) => list.match(/'(?:[^']|'')*'|[^,\s]+/g) ?? [])

const literal = /^'(\d{4}-\d\d-\d\d[^']*)'$/
/** Orders what can be told apart without asking PostgreSQL: dates of four-digit years, and numbers. */
function isAtMost(a: string, b: string): boolean {
  if (a === b || a === 'MINVALUE' || b === 'MAXVALUE') return true
  if (a === 'MAXVALUE' || b === 'MINVALUE') return false
  const [one, other] = [literal.exec(a)?.[1], literal.exec(b)?.[1]]
  if (one !== undefined && other !== undefined) return one.length === other.length && one <= other
  const [first, second] = [a, b].map((text) => Number(text.replaceAll("'", '')))
  return first! <= second!
}

/** Whether all rows of one bound surely belong to another. */
export function isWithin(inner: string, outer: string): boolean {
  const range = /^FOR VALUES FROM \((.*)\) TO \((.*)\)$/s
  const list = /^FOR VALUES IN \((.*)\)$/s
  const [from, to] = values(inner, range) ?? []
  const bounds = values(outer, range)
  // A key of several columns is compared as a whole; that is left to PostgreSQL.
  if (from !== undefined && bounds?.length === 2 && values(inner, range)!.length === 2)
    return isAtMost(bounds[0]!, from) && isAtMost(to!, bounds[1]!)
  const some = values(inner, list)
  const all = values(outer, list)
  return some !== undefined && all !== undefined && some.every((item) => all.includes(item))
}

/** A partition that gets another bound of the same parent may hold rows that belong to others then. */
const isScattered = (from: PartitionAttributes, to: PartitionAttributes): boolean =>
  parentOf(from) === parentOf(to) && from.bound !== to.bound && !isWithin(from.bound, to.bound)

const isRest = ({ bound }: PartitionAttributes): boolean => bound === 'DEFAULT'

/** A partition on the other side of the plan, where its table stays. */
const otherOf = (partition: PartitionAttributes, side: SqlContext): PartitionAttributes | undefined =>
  side.stays(`table ${nameOf(partition)}`)
    ? (side.opposite.get(`partition ${nameOf(partition)}`)?.attributes as PartitionAttributes | undefined)
    : undefined

/** The partition that takes the rows of one that goes: it gets a bound in which they belong. */
export function heirOf(gone: PartitionAttributes, side: SqlContext): PartitionAttributes | undefined {
  if (side.opposite.get(`table ${nameOf(gone)}`) !== undefined) return undefined
  return childrenOf(side.snapshot, parentOf(gone))
    .toSorted()
    .flatMap((name) => (side.get(`partition ${name}`)?.attributes as PartitionAttributes | undefined) ?? [])
    .sort((a, b) => Number(isRest(a)) - Number(isRest(b)))
    .find((sibling) => {
      const after = otherOf(sibling, side)
      if (after === undefined || parentOf(after) !== parentOf(gone)) return false
      if (isRest(after)) return side.stays(`table ${parentOf(gone)}`)
      if (after.bound === sibling.bound) return false
      // The rows of a hash are never without a place.
      return isHash(gone.bound) ? isHash(after.bound) : isWithin(gone.bound, after.bound)
    })
}

const isHash = (bound: string): boolean => bound.startsWith('FOR VALUES WITH')

/** Tables that go, and whose rows a partition takes. */
const legaciesOf = (partition: PartitionAttributes, side: SqlContext): readonly string[] =>
  childrenOf(side.snapshot, parentOf(partition))
    .toSorted()
    .filter((name) => {
      const sibling = side.get(`partition ${name}`)?.attributes as PartitionAttributes | undefined
      return sibling !== undefined && heirOf(sibling, side)?.name === partition.name
    })

/** What is there before and after: a column may come or go while the rows wait, or get another type. */
function columnsOf(partition: PartitionAttributes, side: SqlContext): { names: string; values: string } {
  const otherwise = ({ name }: ColumnAttributes): ColumnAttributes | undefined =>
    side.opposite.get(`column ${nameOf(partition)}.${quoteIdentifier(name)}`)?.attributes as
      | ColumnAttributes
      | undefined
  const columns = partsOf(side.snapshot, nameOf(partition))
    .flatMap(({ kind, attributes }) => (kind === 'column' ? [attributes as ColumnAttributes] : []))
    .filter((column) => {
      const other = otherwise(column)
      return column.generated === undefined && other !== undefined && other.generated === undefined
    })
    .sort((a, b) => a.position - b.position)
  const value = (column: ColumnAttributes): string => {
    const name = quoteIdentifier(column.name)
    const from = otherwise(column)!.type
    return from === column.type ? name : (conversion(name, from, column.type) ?? `${name}::${column.type}`)
  }
  return {
    names: columns.map(({ name }) => quoteIdentifier(name)).join(', '),
    values: columns.map(value).join(', '),
  }
}

const bounds = (parent: string, snapshot: Snapshot): readonly string[] =>
  childrenOf(snapshot, parent)
    .toSorted()
    .flatMap((name) => {
      const found = snapshot.objects.get(`partition ${name}`)?.attributes as PartitionAttributes | undefined
      return found === undefined || isRest(found) ? [] : [found.bound]
    })

/** A default partition that stays has to give up rows, or gets some, where its siblings have other bounds. */
export function yields(rest: PartitionAttributes, own: Snapshot, other: Snapshot): boolean {
  const after = other.objects.get(`partition ${nameOf(rest)}`)?.attributes as PartitionAttributes | undefined
  const parent = parentOf(rest)
  if (!isRest(rest) || after === undefined || !isRest(after) || parentOf(after) !== parent) return false
  const one = bounds(parent, own)
  const two = bounds(parent, other)
  return one.some((bound) => !two.includes(bound)) || two.some((bound) => !one.includes(bound))
}

/** True for a default partition that hangs where it is while rows leave it and come to it. */
export const isKept = (partition: PartitionAttributes, side: SqlContext): boolean =>
  otherOf(partition, side) !== undefined &&
  side.stays(`table ${parentOf(partition)}`) &&
  yields(partition, side.snapshot, side.opposite.snapshot)

/** Which rows of a default partition belong to others on the other side. */
function claimed(partition: PartitionAttributes, side: SqlContext): string | undefined {
  if (!isKept(partition, side)) return undefined
  const parent = parentOf(partition)
  const { partitionBy } = side.get(`table ${parent}`)!.attributes as TableAttributes
  const own = bounds(parent, side.snapshot)
  const conditions = bounds(parent, side.opposite.snapshot).flatMap((bound) =>
    own.includes(bound) ? [] : (belongsTo(bound, partitionBy ?? '') ?? []),
  )
  return conditions.length === 0 ? undefined : conditions.join(' OR ')
}

/** Whose rows wait aside while the bounds change: those of a partition itself, and of those that go and leave theirs to it. */
function waiting(from: PartitionAttributes, to: PartitionAttributes | undefined, side: SqlContext): readonly string[] {
  if (to === undefined || parentOf(from) !== parentOf(to)) return []
  const own = isScattered(from, to) || claimed(from, side) !== undefined
  return [...(own ? [nameOf(from)] : []), ...legaciesOf(from, side)]
}

/** Takes rows out of partitions that change their bounds, and lets the parent say where they belong now. */
export const rows = {
  aside: (partition: PartitionAttributes, side: SqlContext): string[] => {
    const tables = waiting(partition, otherOf(partition, side), side)
    if (tables.length === 0) return []
    const { names } = columnsOf(partition, side)
    const own = nameOf(partition)
    const condition = claimed(partition, side)
    const where = (table: string): string => (table === own && condition !== undefined ? ` WHERE ${condition}` : '')
    const taken = tables.map((table) => `SELECT ${names} FROM ${table}${where(table)}`)
    const empty = condition === undefined ? `TRUNCATE ${own}` : `DELETE FROM ${own}${where(own)}`
    return [
      `CREATE TABLE ${asideOf(partition)} AS ${taken.join(' UNION ALL ')}`,
      ...(tables.includes(own) ? [empty] : []),
    ]
  },
  back: (partition: PartitionAttributes, side: SqlContext): string[] => {
    const before = otherOf(partition, side)
    if (before === undefined || waiting(before, partition, side.opposite).length === 0) return []
    const { names, values } = columnsOf(partition, side)
    return [
      `INSERT INTO ${parentOf(partition)} (${names}) OVERRIDING SYSTEM VALUE SELECT ${values} FROM ${asideOf(partition)}`,
      `DROP TABLE ${asideOf(partition)}`,
    ]
  },
}
