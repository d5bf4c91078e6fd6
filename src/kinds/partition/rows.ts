import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { equal } from '../../catalog/json.js'
import type { CatalogObject, Snapshot } from '../../catalog/snapshot.js'
import type { SqlContext } from '../kind.js'
import { conversion } from '../type/conversion.js'
import { rowTypes, typeKinds } from '../type/type-kinds.js'
import { childrenOf, partsOf } from './attachment.js'
import { belongsTo, items } from './bound.js'
import type { ColumnAttributes } from '../column/column.js'
import { waitingValue } from '../column/waiting.js'
import type { TableAttributes } from '../table/table.js'
import type { PartitionAttributes } from './partition.js'
import { besideName } from '../../sql/default-name.js'

const nameOf = ({ schema, name }: PartitionAttributes): string => qualified(schema, name)
const parentOf = ({ parent }: PartitionAttributes): string => qualified(parent.schema, parent.name)
const aside = (schema: string, name: string): string => qualified(schema, besideName(name, ' aside'))
const asideOf = ({ schema, name }: PartitionAttributes): string => aside(schema, name)
/** The same of a partition that goes, perhaps with its schema: the parent stays. */
const leftOf = ({ schema, name, parent }: PartitionAttributes): string =>
  aside(parent.schema, schema === parent.schema ? name : `${schema} ${name}`)

const values = (bound: string, pattern: RegExp): readonly string[] | undefined =>
  pattern
    .exec(bound)
    ?.slice(1)
    .flatMap((list) => list.match(/'(?:[^']|'')*'|[^,\s]+/g) ?? [])

const literal = /^'(\d{4}-\d\d-\d\d[^']*)'$/
/** Orders what can be told apart without asking PostgreSQL: dates of four-digit years, and numbers where the key is one. */
function isAtMost(a: string, b: string, keyed: Keyed): boolean {
  if (a === b || a === 'MINVALUE' || b === 'MAXVALUE') return true
  if (a === 'MAXVALUE' || b === 'MINVALUE') return false
  const [one, other] = [literal.exec(a)?.[1], literal.exec(b)?.[1]]
  if (one !== undefined && other !== undefined) return one.length === other.length && one <= other
  const [first, second] = [a, b].map((text) => Number(text.replaceAll("'", '')))
  return keyed.byNumbers && first! <= second!
}

/** What the values of bounds are: text that looks like numbers has another order. */
interface Keyed {
  readonly byNumbers: boolean
}

const numbers = /^(?:smallint|integer|bigint|numeric|real|double precision)\b(?!.*\[\])/

function keyedAs({ parent }: PartitionAttributes, snapshot: Snapshot): Keyed {
  const { partitionBy = '' } = tableOf(qualified(parent.schema, parent.name), snapshot) ?? {}
  const key = /^\w+ \((.*)\)$/s.exec(partitionBy)?.[1] ?? ''
  const type = (item: string): string => {
    const column = snapshot.objects.get(`column ${qualified(parent.schema, parent.name)}.${item}`)?.attributes
    return (column as ColumnAttributes | undefined)?.type ?? ''
  }
  return { byNumbers: items(key).every((item) => numbers.test(type(item))) }
}

const range = /^FOR VALUES FROM \((.*)\) TO \((.*)\)$/s
const list = /^FOR VALUES IN \((.*)\)$/s

/** Two ranges of one column each; a key of several columns is compared as a whole, which is left to PostgreSQL. */
function rangesOf(one: string, other: string): readonly [readonly string[], readonly string[]] | undefined {
  const [first, second] = [values(one, range), values(other, range)]
  return first?.length === 2 && second?.length === 2 ? [first, second] : undefined
}

/** Whether all rows of one bound surely belong to another. */
function isWithin(inner: string, outer: string, keyed: Keyed): boolean {
  const [is, whole] = rangesOf(inner, outer) ?? []
  if (is !== undefined) return isAtMost(whole![0]!, is[0]!, keyed) && isAtMost(is[1]!, whole![1]!, keyed)
  const some = values(inner, list)
  const all = values(outer, list)
  return some !== undefined && all !== undefined && some.every((item) => all.includes(item))
}

/** Whether no row of one bound can belong to another, as far as that can be told without asking PostgreSQL. */
function isApart(one: string, other: string, keyed: Keyed): boolean {
  const [some, others] = [values(one, list), values(other, list)]
  if (some !== undefined && others !== undefined)
    return !some.some((item) => others.some((value) => isSame(item, value, keyed)))
  const [first, second] = [limits(one), limits(other)]
  if (first === undefined || second === undefined) return false
  return endsBefore(first.to, second.from, keyed) || endsBefore(second.to, first.from, keyed)
}

const isSame = (a: string, b: string, keyed: Keyed): boolean =>
  a === b || (isAtMost(a, b, keyed) && isAtMost(b, a, keyed))

/** Both ends of a range, a value for each column of the key. */
function limits(bound: string): { from: readonly string[]; to: readonly string[] } | undefined {
  const [, from, to] = range.exec(bound) ?? []
  return from === undefined ? undefined : { from: items(from), to: items(to!) }
}

function endsBefore(end: readonly string[], start: readonly string[], keyed: Keyed): boolean {
  const at = end.findIndex((value, index) => !isSame(value, start[index]!, keyed))
  return at === -1 || isAtMost(end[at]!, start[at]!, keyed)
}

/** A partition that gets another bound, or a parent with another key, may hold rows that belong to others then. */
const isScattered = (from: PartitionAttributes, to: PartitionAttributes, own: Snapshot, other: Snapshot): boolean =>
  keyOf(from, own) !== keyOf(to, other) ||
  (from.bound !== to.bound && !isWithin(from.bound, to.bound, keyedAs(from, own)))

const partitionOf = (name: string, { objects }: Snapshot): PartitionAttributes | undefined =>
  objects.get(`partition ${name}`)?.attributes as PartitionAttributes | undefined

const isRest = ({ bound }: PartitionAttributes): boolean => bound === 'DEFAULT'

/** A partition on the other side of the plan, where its table stays. */
const otherOf = (partition: PartitionAttributes, side: SqlContext): PartitionAttributes | undefined =>
  side.stays(`table ${nameOf(partition)}`) ? partitionOf(nameOf(partition), side.opposite.snapshot) : undefined

/** The partition that takes the rows of one that goes: it gets a bound in which they belong. */
function heirOf(gone: PartitionAttributes, side: SqlContext): PartitionAttributes | undefined {
  if (side.opposite.get(`table ${nameOf(gone)}`) !== undefined) return undefined
  return partitionsOf(parentOf(gone), side.snapshot)
    .toSorted((a, b) => Number(isRest(a)) - Number(isRest(b)))
    .find((sibling) => {
      const after = otherOf(sibling, side)
      if (after === undefined || parentOf(after) !== parentOf(gone)) return false
      if (isRest(after))
        return side.stays(`table ${parentOf(gone)}`) && changesSiblings(sibling, side.snapshot, side.opposite.snapshot)
      if (after.bound === sibling.bound) return false
      // The rows of a hash are never without a place.
      return isHash(gone.bound) ? isHash(after.bound) : isWithin(gone.bound, after.bound, keyedAs(gone, side.snapshot))
    })
}

const isHash = (bound: string): boolean => bound.startsWith('FOR VALUES WITH')

/** Tables that go, and whose rows a partition takes. */
const legaciesOf = (partition: PartitionAttributes, side: SqlContext): readonly string[] =>
  childrenOf(side.snapshot, parentOf(partition))
    .toSorted()
    .filter((name) => {
      const sibling = partitionOf(name, side.snapshot)
      return sibling !== undefined && heirOf(sibling, side)?.name === partition.name
    })

/** Types that a column or a type is made of, and that change in the plan. */
const changedTypes = (id: string, side: SqlContext, own: string): readonly CatalogObject[] =>
  side.dependencies(id).flatMap((need) => {
    const type = side.get(need)
    // The rows of another table that comes or goes.
    if (type !== undefined && rowTypes.has(type.kind)) return need === own || side.stays(need) ? [] : [type]
    if (type === undefined || !typeKinds.has(type.kind)) return []
    const isChanged = !side.stays(need) || !equal(type.attributes, side.opposite.get(need)?.attributes)
    return [...(isChanged ? [type] : []), ...changedTypes(need, side, own)]
  })

/** A type that is made anew meanwhile, or goes, cannot be that of a table which nobody converts: its values wait as text. */
function waitsAsText({ schema, table, name }: ColumnAttributes, side: SqlContext): boolean {
  const types = changedTypes(`column ${qualified(schema, table, name)}`, side, `table ${qualified(schema, table)}`)
  // One that changes is converted, in whatever has it; not one that goes.
  const isConverted = ({ kind, id }: CatalogObject): boolean => kind === 'composite-type' && side.stays(id)
  return types.some(({ kind, id }) => madeAnew.has(kind) || !side.stays(id)) && !types.some(isConverted)
}

const madeAnew: ReadonlySet<string> = new Set(['enum', 'domain', 'range-type'])

interface Lists {
  /** The columns, what waits of them, and what comes back. */
  readonly names: string
  readonly waiting: string
  readonly values: string
}

/** What is there before and after: a column may come or go while the rows wait, or get another type. */
function columnsOf(partition: PartitionAttributes, side: SqlContext): Lists {
  const table = otherOf(partition, side) === undefined ? parentOf(partition) : nameOf(partition)
  const otherwise = ({ name }: ColumnAttributes): ColumnAttributes | undefined =>
    side.opposite.get(`column ${table}.${quoteIdentifier(name)}`)?.attributes as ColumnAttributes | undefined
  const columns = partsOf(side.snapshot, table)
    .flatMap(({ kind, attributes }) => (kind === 'column' ? [attributes as ColumnAttributes] : []))
    .filter((column) => {
      const other = otherwise(column)
      return column.generated === undefined && other !== undefined && other.generated === undefined
    })
    .sort((a, b) => a.position - b.position)
  const value = (column: ColumnAttributes): string => {
    const name = quoteIdentifier(column.name)
    const from = otherwise(column)!.type
    if (waitsAsText(otherwise(column)!, side.opposite)) return `${name}::${column.type}`
    return from === column.type ? name : (conversion(name, from, column.type) ?? `${name}::${column.type}`)
  }
  return {
    names: columns.map(({ name }) => quoteIdentifier(name)).join(', '),
    waiting: columns.map((column) => waitingValue(column, waitsAsText(column, side), side)).join(', '),
    values: columns.map(value).join(', '),
  }
}

const partitionsOf = (parent: string, snapshot: Snapshot): readonly PartitionAttributes[] =>
  childrenOf(snapshot, parent)
    .toSorted()
    .flatMap((name) => partitionOf(name, snapshot) ?? [])

const bounds = (parent: string, snapshot: Snapshot): readonly string[] =>
  partitionsOf(parent, snapshot).flatMap((found) => (isRest(found) ? [] : [found.bound]))

/** A default partition that stays has to give up rows, or gets some, where its siblings have other bounds. */
function changesSiblings(rest: PartitionAttributes, own: Snapshot, other: Snapshot): boolean {
  const after = partitionOf(nameOf(rest), other)
  const parent = parentOf(rest)
  if (!isRest(rest) || after === undefined || !isRest(after) || parentOf(after) !== parent) return false
  const one = bounds(parent, own)
  const two = bounds(parent, other)
  return one.some((bound) => !two.includes(bound)) || two.some((bound) => !one.includes(bound))
}

const tableOf = (name: string, { objects }: Snapshot): Partial<TableAttributes> | undefined =>
  objects.get(`table ${name}`)?.attributes

/** Any of some conditions: `undefined` where one of them is always true, `false` where there is none. */
function anyOf(conditions: readonly (string | false | undefined)[]): string | false | undefined {
  const some = conditions.filter((condition) => condition !== false)
  if (some.length === 0) return false
  return some.includes(undefined) ? undefined : some.join(' OR ')
}

/** Which rows of its parent, or of one bound of that, a partition takes: `undefined` for all, `false` for none. */
function taken(partition: PartitionAttributes, snapshot: Snapshot, of?: string): string | false | undefined {
  const table = tableOf(nameOf(partition), snapshot)
  if (table === undefined || table.foreign !== undefined) return false
  const isWhole = isRest(partition) || (of !== undefined && isWithin(of, partition.bound, keyedAs(partition, snapshot)))
  const own = isWhole ? undefined : belongsTo(partition.bound, keyOf(partition, snapshot))
  const inner =
    table.partitionBy === undefined
      ? undefined
      : anyOf(partitionsOf(nameOf(partition), snapshot).map((item) => taken(item, snapshot)))
  if (inner === false || own === undefined) return inner
  return inner === undefined ? own : `(${own} AND (${inner}))`
}

/** Which rows of a partition that goes have a place on the other side: those that its siblings take there and do not here. */
function placed(gone: PartitionAttributes, own: Snapshot, other: Snapshot): string | false | undefined {
  const others = bounds(parentOf(gone), own).filter((bound) => bound !== gone.bound)
  const keyed = keyedAs(gone, own)
  const siblings = partitionsOf(parentOf(gone), other).filter((item) => {
    const before = partitionOf(nameOf(item), own)
    const isNew = before === undefined || parentOf(before) !== parentOf(item) || before.bound !== item.bound
    return (
      isNew && !isApart(gone.bound, item.bound, keyed) && !others.some((bound) => isWithin(item.bound, bound, keyed))
    )
  })
  return anyOf(siblings.map((item) => taken(item, other, gone.bound)))
}

const keyOf = (partition: PartitionAttributes, snapshot: Snapshot): string =>
  tableOf(parentOf(partition), snapshot)?.partitionBy ?? ''

/** True for one that goes from a parent that stays, and leaves rows that other partitions of that can take. */
function leavesRows(gone: PartitionAttributes, own: Snapshot, other: Snapshot): boolean {
  if (tableOf(nameOf(gone), other) !== undefined || tableOf(parentOf(gone), other) === undefined) return false
  return tableOf(nameOf(gone), own)?.foreign === undefined && placed(gone, own, other) !== false
}

/** One that gets another parent, in which not all of its rows may have their place in it. */
function isTransferred(partition: PartitionAttributes, own: Snapshot, other: Snapshot): boolean {
  const after = partitionOf(nameOf(partition), other)
  return after !== undefined && parentOf(after) !== parentOf(partition) && isScattered(partition, after, own, other)
}

/** A default partition that stays, one that goes, and one that is moved: their rows may belong to others on the other side. */
export const yields = (partition: PartitionAttributes, own: Snapshot, other: Snapshot): boolean =>
  [changesSiblings, leavesRows, isTransferred].some((rule) => rule(partition, own, other))

/** True for a default partition that hangs where it is while rows leave it and come to it. */
export const isKept = (partition: PartitionAttributes, side: SqlContext): boolean =>
  otherOf(partition, side) !== undefined &&
  side.stays(`table ${parentOf(partition)}`) &&
  changesSiblings(partition, side.snapshot, side.opposite.snapshot)

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
  if (to === undefined) return []
  const own = isScattered(from, to, side.snapshot, side.opposite.snapshot) || claimed(from, side) !== undefined
  return [...(own ? [nameOf(from)] : []), ...legaciesOf(from, side)]
}

/** The rows of a partition that goes wait by themselves where no other one waits with them. */
const isAlone = (partition: PartitionAttributes, side: SqlContext): boolean =>
  side.get(`partition ${nameOf(partition)}`) !== undefined &&
  side.stays(`table ${parentOf(partition)}`) &&
  leavesRows(partition, side.snapshot, side.opposite.snapshot) &&
  heirOf(partition, side) === undefined

/** Whether all rows of a partition that goes have a place in others. */
export const keepsRows = (gone: PartitionAttributes, side: SqlContext): boolean =>
  heirOf(gone, side) !== undefined ||
  (isAlone(gone, side) && placed(gone, side.snapshot, side.opposite.snapshot) === undefined)

/** A table that is published may be without what tells its rows apart there; PostgreSQL deletes none from it then. */
function deleteFrom(table: string, where: string, side: SqlContext): string[] {
  const text = `DELETE FROM ${table}${where}`
  const isPublished = [side, side.opposite].some(({ snapshot }) => hasPublications(snapshot))
  const identity = `replica-identity ${table}`
  const isIdentified =
    side.get(identity) !== undefined ||
    partsOf(side.snapshot, table).some(({ attributes }) => (attributes as { type?: string }).type === 'primary key')
  if (!isPublished || isIdentified) return [text]
  const set = (what: string): string => `ALTER TABLE ${table} REPLICA IDENTITY ${what}`
  return [set('FULL'), text, set('DEFAULT')]
}

const hasPublications = ({ objects }: Snapshot): boolean =>
  [...objects.values()].some(({ kind }) => kind === 'publication')

/** Takes rows out of partitions that go or change their bounds, and lets the parent say where they belong now. */
export const rows = {
  aside: (partition: PartitionAttributes, side: SqlContext): string[] => {
    const own = nameOf(partition)
    const columns = columnsOf(partition, side).waiting
    if (isAlone(partition, side)) {
      const some = placed(partition, side.snapshot, side.opposite.snapshot)
      const where = some === undefined ? '' : ` WHERE ${some}`
      return [`CREATE TABLE ${leftOf(partition)} AS SELECT ${columns} FROM ${own}${where}`]
    }
    const tables = waiting(partition, otherOf(partition, side), side)
    if (tables.length === 0) return []
    const condition = claimed(partition, side)
    const where = (table: string): string => (table === own && condition !== undefined ? ` WHERE ${condition}` : '')
    const selects = tables.map((table) => `SELECT ${columns} FROM ${table}${where(table)}`)
    const empty = condition === undefined ? [`TRUNCATE ${own}`] : deleteFrom(own, where(own), side)
    return [
      `CREATE TABLE ${asideOf(partition)} AS ${selects.join(' UNION ALL ')}`,
      ...(tables.includes(own) ? empty : []),
    ]
  },
  back: (partition: PartitionAttributes, side: SqlContext): string[] => {
    const before = otherOf(partition, side)
    const waits = before !== undefined && waiting(before, partition, side.opposite).length > 0
    if (!waits && !isAlone(partition, side.opposite)) return []
    const { names, values } = columnsOf(partition, side)
    const held = waits ? asideOf(partition) : leftOf(partition)
    return [
      `INSERT INTO ${parentOf(partition)} (${names}) OVERRIDING SYSTEM VALUE SELECT ${values} FROM ${held}`,
      `DROP TABLE ${held}`,
    ]
  },
}
