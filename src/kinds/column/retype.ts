import type { CatalogObject } from '../../catalog/snapshot.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { IndexAttributes } from '../index/index-kind.js'
import type { AlterContext, AlterRule, SqlContext } from '../kind.js'
import { stableDescendants } from '../partition/attachment.js'
import { tableKeyedBy } from '../partition/in-key.js'
import { baseType, conversion } from '../type/conversion.js'
import { inTheWayOfChange } from '../type/disturbs.js'
import { movesAlong, nameMeanwhile } from '../type/moves-along.js'
import type { ColumnAttributes } from './column.js'
import { isComputedAnew } from './generated.js'
import { boundsFirst } from './identity.js'
import { alterColumn, columnId } from './definition.js'
import { inPlace } from './sql.js'

type Column = ColumnAttributes

/** Types whose values a foreign key can compare with each other: both sides may change one after the other. */
const families: Readonly<Record<string, string>> = {
  smallint: 'integer',
  bigint: 'integer',
  'character varying': 'text',
}

function family(type: string): string {
  const base = baseType(type)
  return families[base] ?? base
}

/** PostgreSQL takes along what it can read in the new type just the same: keys, indexes, checks, statistics. */
function inTheWay(
  { id, kind, attributes }: CatalogObject,
  before: Column,
  after: Column,
  { before: side }: AlterContext,
): boolean | undefined {
  // One with PERIOD compares by the operators of an index that knows the one type only.
  if ('references' in attributes) return 'period' in attributes || family(before.type) !== family(after.type)
  // They are made again, but not with their target, and as those of whoever runs it.
  if (kind === 'statistics') return 'target' in attributes || isOfAnother(id, side)
  if (kind === 'index') return losesCollation(attributes as IndexAttributes, before, after)
  if (kind === 'constraint') return false
  if (kind === 'default') return baseType(before.type) !== baseType(after.type)
  return undefined
}

/** An index that is collated as the column is follows that; one that has this collation by itself does not say so. */
const losesCollation = ({ keys }: IndexAttributes, before: Column, after: Column): boolean =>
  before.collation !== after.collation &&
  before.collation !== undefined &&
  keys.some(({ column, collation }) => column === after.name && collation === before.collation)

function isOfAnother(id: string, side: SqlContext): boolean {
  const { role } = (side.get(`owner ${id}`)?.attributes ?? {}) as { role?: string }
  return role !== undefined && role !== side.snapshot.user
}

function isInChild({ kind, attributes }: CatalogObject, { name }: Column): boolean {
  const { inherited, generated, name: own } = attributes as Partial<Column>
  return kind === 'column' && inherited === true && own === name && generated === undefined
}

/** Whether a column has another type by name only. */
export const isRenamed = (before: Column, after: Column, context: AlterContext): boolean =>
  movesAlong(columnId(after), before.type, after.type, context)

/** What PostgreSQL forgets with the old type of a column. */
const forgotten = ['storage', 'compression'] as const

const setAgain = (name: (typeof forgotten)[number], column: Column): string =>
  `SET ${name.toUpperCase()} ${name === 'storage' ? column[name]!.toUpperCase() : column[name]}`

/** The same of children, whose columns get the type together with that of their parent. */
const keptInChildren = (column: Column, { before, after }: AlterContext): string[] =>
  stableDescendants(qualified(column.schema, column.table), before.snapshot, after.snapshot).flatMap((child) => {
    const own = after.get(`column ${child}.${quoteIdentifier(column.name)}`)?.attributes as Column | undefined
    return own?.inherited
      ? forgotten.flatMap((name) => (own[name] === undefined ? [] : `${alterColumn(own)} ${setAgain(name, own)}`))
      : []
  })

/** Where there is a cast that somebody made, PostgreSQL takes no other, and none that is not written where it is not for assignment. */
function valueIn(type: string, { name, type: from }: Column, { before, after }: AlterContext): string | undefined {
  const value = quoteIdentifier(name)
  const cast = `cast (${baseType(from)} AS ${baseType(type)})`
  const isCast = [before, after].some((side) => side.get(cast) !== undefined)
  return conversion(value, from, type) ?? (isCast ? `${value}::${type}` : undefined)
}

/** Type and collation of a column. */
export const type: AlterRule<Column> = {
  // Of a computed column PostgreSQL takes no USING.
  possible: (before, after) =>
    before.generated === undefined ||
    after.generated === undefined ||
    conversion(quoteIdentifier(after.name), before.type, after.type) === undefined,
  alter: (before, after, context) => {
    if (isRenamed(before, after, context) || isComputedAnew(before, after, context)) return []
    const side = context.after
    // A foreign table holds no values to convert.
    const table = side.get(`table ${qualified(after.schema, after.table)}`)?.attributes
    const foreign = table !== undefined && 'foreign' in table
    // A generated one computes them.
    const computed = before.generated !== undefined && after.generated !== undefined
    const to = nameMeanwhile(columnId(after), after.type, side, context)
    const value = foreign || computed ? undefined : valueIn(to, before, context)
    const changes = alterColumn(inPlace(after, side))
    const statement = [
      `${changes} TYPE ${to}`,
      ...(after.collation === undefined ? [] : [`COLLATE ${after.collation}`]),
      ...(value === undefined ? [] : [`USING ${value}`]),
    ].join(' ')
    const kept = forgotten.flatMap((name) =>
      before[name] !== undefined && before[name] === after[name] ? `${changes} ${setAgain(name, after)}` : [],
    )
    return [...boundsFirst(before, after), statement, ...kept, ...keptInChildren(after, context)]
  },
  instead: (before, after, context) => (isRenamed(before, after, context) ? undefined : tableKeyedBy(before, context)),
  disturbs: (dependent, before, after, context) => {
    if (isRenamed(before, after, context)) return false
    // What stands on the column of a child is in the way as well.
    if (isInChild(dependent, after)) return 'through'
    return inTheWay(dependent, before, after, context) ?? inTheWayOfChange(dependent)
  },
}
