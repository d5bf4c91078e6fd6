import { equal } from '../catalog/json.js'
import type { CatalogObject } from '../catalog/snapshot.js'
import type { Kinds } from '../kinds/registry.js'
import type { Side } from '../plan/side.js'
import type { Change } from './change.js'

/** One object under two names. */
export interface Rename {
  readonly from: string
  readonly to: string
}

/** How much of an object has to be found again under another name before it looks like a rename. */
const likely = 0.6

/**
 * Pairs of a removed and an added object that look like one object renamed: only of kinds that hold rows, since all
 * others lose nothing when they are dropped and created again. Each object stands in one pair at most.
 */
export function likelyRenames(changes: readonly Change[], current: Side, desired: Side, kinds: Kinds): Rename[] {
  return pair(changes, current, desired, kinds, (object) => kinds.holdsData(object))
}

/** Pairs that are equal but for the name and hold no rows: to rename them is quicker, and nothing has to be asked. */
export function harmlessRenames(changes: readonly Change[], current: Side, desired: Side, kinds: Kinds): Rename[] {
  const isPart = (change: Change): boolean =>
    kinds.parentOf(change.type === 'remove' ? change.before : change.after) !== undefined
  return pair(changes.filter(isPart), current, desired, kinds, (object) => !kinds.holdsData(object))
}

function pair(
  changes: readonly Change[],
  current: Side,
  desired: Side,
  kinds: Kinds,
  wanted: (object: CatalogObject) => boolean,
): Rename[] {
  const canRename = (object: CatalogObject): boolean => kinds.of(object).sql.rename !== undefined && wanted(object)
  const removed = changes.flatMap((change) => (change.type === 'remove' ? change.before : []))
  const added = changes.flatMap((change) => (change.type === 'add' ? change.after : []))
  const pairs = removed.flatMap((before) =>
    added
      .filter((after) => after.kind === before.kind && canRename(before))
      .map((after) => ({ from: before.id, to: after.id, likeness: likeness(before, after, current, desired, kinds) }))
      .filter((pair) => pair.likeness >= likely),
  )
  pairs.sort((a, b) => b.likeness - a.likeness || (a.from + a.to < b.from + b.to ? -1 : 1))
  const taken = new Set<string>()
  return pairs.flatMap(({ from, to }) => {
    if (taken.has(from) || taken.has(to)) return []
    taken.add(from).add(to)
    return { from, to }
  })
}

/** 0 to 1: parts of the same parent are alike when they are equal, an object with parts as far as its parts are. */
function likeness(before: CatalogObject, after: CatalogObject, current: Side, desired: Side, kinds: Kinds): number {
  const parent = kinds.parentOf(before)
  if (parent !== undefined) return parent === kinds.parentOf(after) && sameButName(before, after, kinds) ? 1 : 0
  const left = partsOf(before.id, current, kinds)
  const right = partsOf(after.id, desired, kinds)
  const shared = left.filter((part) => right.some((other) => sameName(part, other) && sameButName(part, other, kinds)))
  return left.length === 0 ? 0 : shared.length / Math.max(left.length, right.length)
}

const partsOf = (id: string, side: Side, kinds: Kinds): CatalogObject[] =>
  side
    .dependents(id)
    .flatMap((item) => side.get(item) ?? [])
    .filter((object) => kinds.parentOf(object) === id && kinds.holdsData(object))

const sameName = (a: CatalogObject, b: CatalogObject): boolean =>
  (a.attributes as { name?: string }).name === (b.attributes as { name?: string }).name

/** Attributes that are part of the id, or never a difference, do not count. */
function sameButName(before: CatalogObject, after: CatalogObject, kinds: Kinds): boolean {
  const rules = kinds.of(before).rules as Record<string, unknown>
  const left = before.attributes as Record<string, unknown>
  const right = after.attributes as Record<string, unknown>
  return Object.keys(rules).every((name) => rules[name] === 'ignore' || equal(left[name], right[name]))
}
