import { canonical } from '../catalog/json.js'
import type { CatalogObject } from '../catalog/snapshot.js'
import type { Kinds } from '../kinds/registry.js'
import type { Side } from '../plan/side.js'
import type { Change } from './change.js'

/** One object under two names. */
export interface Rename {
  readonly from: string
  readonly to: string
}

/**
 * Pairs of an object and an added one that somebody says are one, however little they are alike. The old name may pass to
 * another object.
 */
export function saidRenames(
  changes: readonly Change[],
  current: Side,
  kinds: Kinds,
  isSaid: (rename: Rename) => boolean,
): Rename[] {
  const fresh = changes.flatMap((change) =>
    change.type === 'add' && kinds.of(change.after).sql.rename !== undefined ? change.after : [],
  )
  const there = [...current.snapshot.objects.values()]
  return fresh.flatMap((after) => {
    const place = placeOf(after, kinds)
    const before = there.find((object) => isSaid({ from: object.id, to: after.id }) && placeOf(object, kinds) === place)
    return before === undefined ? [] : { from: before.id, to: after.id }
  })
}

/**
 * Renames in an order in which each new name is free when its turn comes; `blocked` are those whose name something else
 * keeps, or that exchange their names with each other.
 */
export function inFreeOrder(
  renames: readonly Rename[],
  current: Side,
  desired: Side,
  kinds: Kinds,
): { readonly ordered: Rename[]; readonly blocked: Rename[] } {
  const slotsOf = (object: CatalogObject | undefined): readonly string[] =>
    (object && kinds.of(object).slots?.(object.attributes)) ?? []
  const held = new Map<string, string>()
  for (const object of current.snapshot.objects.values()) for (const slot of slotsOf(object)) held.set(slot, object.id)
  const ordered: Rename[] = []
  let blocked = [...renames]
  for (;;) {
    const next = blocked.find(({ from, to }) =>
      slotsOf(desired.get(to)).every((slot) => [undefined, from].includes(held.get(slot))),
    )
    if (next === undefined) return { ordered, blocked }
    for (const slot of slotsOf(current.get(next.from))) held.delete(slot)
    for (const slot of slotsOf(desired.get(next.to))) held.set(slot, next.to)
    ordered.push(next)
    blocked = blocked.filter((item) => item !== next)
  }
}

/** What an object has to stay in: a column is renamed within its table. */
const placeOf = (object: CatalogObject, kinds: Kinds): string => `${object.kind} of ${kinds.parentOf(object)}`

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
  const removed = changes.flatMap((change) =>
    change.type === 'remove' && canRename(change.before) ? change.before : [],
  )
  const added = changes.flatMap((change) => (change.type === 'add' ? change.after : []))
  const places = new Set(removed.map((object) => placeOf(object, kinds)))
  const candidates = new Map<string, Profiled[]>()
  for (const object of added.sort(byId)) {
    const place = placeOf(object, kinds)
    if (!places.has(place)) continue
    const item = { id: object.id, profile: profileOf(object, desired, kinds) }
    const list = candidates.get(place)
    if (list === undefined) candidates.set(place, [item])
    else list.push(item)
  }
  const pairs = removed.sort(byId).flatMap((before) => {
    const profile = profileOf(before, current, kinds)
    return (candidates.get(placeOf(before, kinds)) ?? []).flatMap((after) => {
      const found = likeness(profile, after.profile)
      return found < likely ? [] : { from: before.id, to: after.id, likeness: found }
    })
  })
  pairs.sort((a, b) => b.likeness - a.likeness)
  const taken = new Set<string>()
  return pairs.flatMap(({ from, to }) => {
    if (taken.has(from) || taken.has(to)) return []
    taken.add(from).add(to)
    return { from, to }
  })
}

/** An object, and texts that say what it is but for its name. */
interface Profiled {
  readonly id: string
  readonly profile: ReadonlySet<string>
}

const byId = (a: CatalogObject, b: CatalogObject): number => (a.id < b.id ? -1 : 1)

/** Of an object with parts, those that hold rows say what it is; of a part its own attributes do. */
function profileOf(object: CatalogObject, side: Side, kinds: Kinds): ReadonlySet<string> {
  if (kinds.parentOf(object) !== undefined) return new Set([butName(object, kinds)])
  const parts = side
    .dependents(object.id)
    .flatMap((id) => side.get(id) ?? [])
    .filter((part) => kinds.parentOf(part) === object.id && kinds.holdsData(part))
  return new Set(parts.map((part) => `${(part.attributes as { name?: string }).name} ${butName(part, kinds)}`))
}

/** Attributes that are part of the id, or never a difference, do not count. */
function butName({ kind, attributes }: CatalogObject, kinds: Kinds): string {
  const rules = kinds.named(kind).rules as Readonly<Record<string, unknown>>
  return canonical([
    kind,
    Object.entries(attributes)
      .filter(([name]) => rules[name] !== 'ignore')
      .sort(),
  ])
}

/** 0 to 1: as far as what the two consist of is the same. */
function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0
  for (const text of left) if (right.has(text)) shared++
  return left.size === 0 ? 0 : shared / Math.max(left.size, right.size)
}
