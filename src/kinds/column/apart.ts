import { equal } from '../../catalog/json.js'
import type { Snapshot } from '../../catalog/snapshot.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { optionList } from '../../sql/options.js'
import { detourOf } from '../inheritance/stand-in.js'
import type { AlterContext, SqlContext } from '../kind.js'
import {
  ancestorsOf,
  comesFromParent,
  followsParent,
  parentsOf,
  partsOf,
  stableChildren,
  stableDescendants,
  type Detour,
} from '../partition/attachment.js'
import { sameOf } from './below.js'
import type { ColumnAttributes } from './column.js'
import { addColumn, alterColumn, alterTable, columnId, storageOf } from './definition.js'

/* What a child has apart from its parents in a column that it has from them. */

type Column = ColumnAttributes

/** What a partition can set for itself in a column that it has from its parent. */
const settingNames = ['storage', 'compression', 'statistics', 'options'] as const

/** The columns below one that are the same in this as it is, on both sides, and the children whose are not. */
function below(
  name: 'storage' | 'statistics' | 'generated',
  before: Column,
  after: Column,
  context: AlterContext,
): { readonly follow: readonly Column[]; readonly apart: readonly Column[] } {
  const [from, to] = [context.before.snapshot, context.after.snapshot]
  const follows = (column: Column, table: string): boolean =>
    equal(column[name], after[name]) && equal(sameOf(column, table, from)?.[name], before[name])
  const follow = new Map<string, Column>()
  const apart = new Map<string, Column>()
  const walk = (table: string): void => {
    for (const child of stableChildren(table, to, from)) {
      const column = sameOf(after, child, to)
      if (column === undefined || !context.after.stays(`table ${child}`)) continue
      const isFollowing = follows(column, child)
      ;(isFollowing ? follow : apart).set(child, column)
      if (isFollowing) walk(child)
    }
  }
  walk(qualified(after.schema, after.table))
  return { follow: [...follow.values()], apart: [...apart.values()] }
}

/**
 * What alters a column and those below that are the same in this on both sides: where PostgreSQL would change others with it,
 * each is told by itself.
 */
export function together(
  name: 'storage' | 'statistics' | 'generated',
  before: Column,
  after: Column,
  context: AlterContext,
): readonly string[] {
  const { follow, apart } = below(name, before, after, context)
  if (apart.length === 0) return [alterColumn(after)]
  return [after, ...follow].map((column) => alterColumn(column, 'ONLY '))
}

/** SET EXPRESSION for a column and those below that are computed as it is on both sides (17). */
export function computeTogether(before: Column, after: Column, context: AlterContext): string[] {
  const set = `SET EXPRESSION AS (${after.generated!.expression})`
  const isInPart = [context.before, context.after].some((side) => isIndexed(after, side))
  if (!isInPart) return together('generated', before, after, context).map((head) => `${head} ${set}`)
  const { apart } = below('generated', before, after, context)
  const isPartOfIndex = followsParent(before, after, context)
  const detours = (isPartOfIndex ? [after, ...apart] : apart).map((column) => offParents(column, context.after))
  return [
    ...detours.toReversed().flatMap(({ off }) => off),
    `${alterColumn(after)} ${set}`,
    ...detours.flatMap(({ on }) => on),
  ]
}

/** PostgreSQL makes the indexes of a column anew for SET EXPRESSION, and does not where one is part of another table's. */
const isIndexed = (column: Column, side: SqlContext): boolean => {
  const table = qualified(column.schema, column.table)
  return [table, ...ancestorsOf(side.snapshot, table)].some((holder) => {
    const own = `column ${holder}.${quoteIdentifier(column.name)}`
    const isPartitioned = 'partitionBy' in (side.get(`table ${holder}`)?.attributes ?? {})
    return (
      isPartitioned &&
      partsOf(side.snapshot, holder).some(
        ({ id, kind }) => (kind === 'index' || kind === 'constraint') && side.dependencies(id).includes(own),
      )
    )
  })
}

const offParents = (column: Column, side: SqlContext): Detour =>
  detourOf({ schema: column.schema, name: column.table }, column.name, side)

export const hasSettings = (column: Column): boolean => settingNames.some((name) => column[name] !== undefined)

/** A new child takes no statistics target from its parent; one that is there follows the parent's. */
const isMadeAnew = ({ schema, table }: Column, other: Snapshot): boolean =>
  !other.objects.has(`table ${qualified(schema, table)}`)

export function hasSettingsOfParent(column: Column, own: Snapshot, other: Snapshot): boolean {
  const parents = sameInAllParents(column, own)
  return (
    !isComputedApart(column, own) &&
    settingNames.every((name) =>
      name === 'options' ? column.options === undefined : !isSetApart(column, name, parents, other),
    )
  )
}

/** True for a column of a child that is computed in another way than that of any of its parents (16). */
export function isComputedApart(column: Column, own: Snapshot): boolean {
  if (!column.inherited || column.generated === undefined) return false
  const above = sameInAllParents(column, own).flatMap(({ generated }) => generated ?? [])
  return above.length > 0 && !above.some((parent) => equal(parent, column.generated))
}

/** Whether a column that comes from the parents has to be told of a setting: no child follows when they are compressed otherwise. */
function isSetApart(column: Column, setting: Setting, parents: readonly Column[], other: Snapshot): boolean {
  if (isMadeAnew(column, other))
    return setting === 'statistics' ? column.statistics !== undefined : differsFromTaken(column, setting, parents)
  if (setting !== 'compression') return isOtherwise(column, setting, parents)
  const before = other.objects.get(columnId(column))?.attributes as Column | undefined
  return before?.compression !== column.compression
}

type Setting = (typeof settingNames)[number]

/** As it is declared, a table does not say what it has from its parents. */
const columnsIn = (table: string, name: string, own: Snapshot): readonly Column[] => {
  const found = own.objects.get(`column ${table}.${quoteIdentifier(name)}`)
  return found === undefined ? columnsAbove(table, name, own) : [found.attributes as Column]
}

const columnsAbove = (table: string, name: string, own: Snapshot): readonly Column[] =>
  parentsOf(own, table).flatMap((parent) => columnsIn(parent, name, own))

const sameInAllParents = ({ schema, table, name }: Column, own: Snapshot): readonly Column[] =>
  columnsAbove(qualified(schema, table), name, own)

const isOtherwise = (column: Column, setting: Setting, parents: readonly Column[]): boolean =>
  parents.some((parent) => !equal(parent[setting], column[setting]))

/** What the parents do not agree on, a child has of one or another of them, as they change. */
export const differsFromParents = (column: Column, setting: Setting, own: Snapshot): boolean =>
  isOtherwise(column, setting, sameInAllParents(column, own))

/** CREATE TABLE takes what the first parent has, and the first compression that one of them has. */
function differsFromTaken(column: Column, setting: Setting, parents: readonly Column[]): boolean {
  const taken = parents.find((parent) => setting !== 'compression' || parent.compression !== undefined)
  return parents.length > 0 && !equal(taken?.[setting], column[setting])
}

/** Of what a column does not say, CREATE TABLE takes what the parents have that have it too. */
export function settingsAgain(column: Column, snapshot: Snapshot): string[] {
  const parents = sameInAllParents(column, snapshot)
  const takes = (name: Setting): boolean => column[name] === undefined && differsFromTaken(column, name, parents)
  return [
    takes('storage') && `SET STORAGE ${storageOf(column, snapshot)}`,
    takes('compression') && 'SET COMPRESSION default',
  ].flatMap((action) => (action ? [`${alterColumn(column)} ${action}`] : []))
}

/** Settings of a column that comes from the parent, where they differ from the parent's. */
export function ownSettings(column: Column, side: SqlContext): string[] {
  const { snapshot, opposite } = side
  const parents = sameInAllParents(column, snapshot)
  const differs = (name: Setting): boolean => isSetApart(column, name, parents, opposite.snapshot)
  const actions = [
    differs('storage') && `SET STORAGE ${storageOf(column, snapshot)}`,
    differs('compression') && `SET COMPRESSION ${column.compression ?? 'default'}`,
    differs('statistics') && `SET STATISTICS ${column.statistics ?? -1}`,
    // A parent's n_distinct is not handed down.
    column.options && `SET ${optionList(column.options)}`,
  ].flatMap((action) => (action ? [`${alterColumn(column)} ${action}`] : []))
  return !column.local && isComputedApart(column, snapshot) ? [...computeApart(column, side), ...actions] : actions
}

/** Has a column of a child computed as it says, whatever the parents' is. Before 17, it is made anew while the child is off them. */
export function computeApart(column: Column, side: SqlContext): string[] {
  const isSet = side.snapshot.version >= 170_000
  const set = `${alterColumn(column)} SET EXPRESSION AS (${column.generated!.expression})`
  if (isSet && !isIndexed(column, side)) return [set]
  const { off, on, standIn } = offParents(column, side)
  if (isSet) return [...off, set, ...on]
  const given = standIn === undefined || column.local ? column : { ...column, table: standIn }
  const drop = `DROP COLUMN IF EXISTS ${quoteIdentifier(column.name)}`
  const tables = standIn === undefined ? [column] : [{ ...column, table: standIn }, column]
  return [...off, ...tables.map((table) => `${alterTable(table)} ${drop}`), ...addColumn(given), ...on]
}

/** The same for those below a column that has been made anew. */
export function computeBelowApart(column: Column, { before, after }: AlterContext): string[] {
  const own = after.snapshot
  return stableDescendants(qualified(column.schema, column.table), own, before.snapshot).flatMap((child) => {
    const found = sameOf(column, child, own)
    const isThere = found !== undefined && after.stays(`table ${child}`)
    return isThere && !found.local && isComputedApart(found, own) ? computeApart(found, after) : []
  })
}

/** The columns of a table, with those that it has from its parents without saying so. */
function columnsOf(table: string, own: Snapshot): readonly Column[] {
  const said = partsOf(own, table).flatMap(({ kind, attributes }) => (kind === 'column' ? (attributes as Column) : []))
  const { schema, name } = own.objects.get(`table ${table}`)!.attributes as { schema: string; name: string }
  const above = parentsOf(own, table).flatMap((parent) => columnsOf(parent, own))
  const byName = new Map(
    [...above.toReversed(), ...said].map((column) => [column.name, { ...column, schema, table: name }]),
  )
  return [...byName.values()]
}

/**
 * A new child cannot have a column from several parents in which it is stored or compressed in different ways: the later ones
 * store it meanwhile as the first one does.
 */
export function storedAlike(child: string, { snapshot }: SqlContext): Detour {
  const parents = parentsOf(snapshot, child)
  const columns = parents.length < 2 ? [] : parents.flatMap((parent) => columnsOf(parent, snapshot))
  const turns = columns.flatMap((column) => {
    const first = columns.find(({ name }) => name === column.name)!
    const set = (action: string, value: (like: Column) => string): string[] =>
      [first, column].map((like) => `${alterColumn(column, 'ONLY ')} SET ${action} ${value(like)}`)
    const [one, other] = [first.compression, column.compression]
    return [
      ...(first.storage === column.storage ? [] : [set('STORAGE', (like) => storageOf(like, snapshot))]),
      ...(one && other && one !== other ? [set('COMPRESSION', (like) => like.compression!)] : []),
    ]
  })
  return { off: turns.map(([off]) => off!), on: turns.map(([, on]) => on!) }
}

/** What a table that is made anew does not take from its parent, although it followed that: statistics targets. */
export const settingsOfParentAgain = (table: string, context: SqlContext): string[] =>
  context.opposite.get(`table ${table}`) === undefined
    ? []
    : partsOf(context.snapshot, table).flatMap(({ kind, attributes }) => {
        const column = attributes as Column
        const isImplied = kind === 'column' && column.inherited && comesFromParent(column, context)
        return isImplied && column.statistics !== undefined
          ? [`${alterColumn(column)} SET STATISTICS ${column.statistics}`]
          : []
      })
