import { canonical } from '../catalog/json.js'
import type { CatalogObject } from '../catalog/snapshot.js'
import { idOf } from '../kinds/kind.js'
import type { Kinds } from '../kinds/registry.js'
import type { Side } from '../plan/side.js'
import { defaultName } from '../sql/default-name.js'
import type { Change } from './change.js'

/** One object under two names. */
export interface Rename {
  readonly from: string
  readonly to: string
}

/** One rename of several that are done one after the other. */
export interface Move extends Rename {
  /** The name under which it waits, where it gives way to what takes its own; `to` is its id meanwhile. */
  readonly aside?: string
}

/** What somebody says of a rename: its old name, and its new one. */
export interface Answer {
  isOld(id: string): boolean
  isNew(id: string): boolean
}

/** Pairs of objects in one place that somebody says are one, however little they are alike. */
export function saidRenames(answers: readonly Answer[], current: Side, desired: Side, kinds: Kinds): Rename[] {
  const named = (side: Side, isNamed: (id: string) => boolean): CatalogObject[] =>
    [...side.snapshot.objects.values()].filter(
      (object) => kinds.of(object).sql.rename !== undefined && isNamed(object.id),
    )
  const found = answers.flatMap(({ isOld, isNew }) =>
    named(desired, isNew).flatMap((after) => {
      const place = placeOf(after, kinds)
      const before = named(current, isOld).find((object) => placeOf(object, kinds) === place)
      return before === undefined || before.id === after.id ? [] : { from: before.id, to: after.id }
    }),
  )
  return found.sort((a, b) => (a.to < b.to ? -1 : 1))
}

/** Those of some renames that close a ring, each taking the name of the next: what bears these names is there on both sides. */
export function exchanges(renames: readonly Rename[], current: Side, desired: Side): Rename[][] {
  const isOnBoth = (id: string): boolean => current.get(id) !== undefined && desired.get(id) !== undefined
  const left = new Map(renames.flatMap((item) => (isOnBoth(item.from) && isOnBoth(item.to) ? [[item.from, item]] : [])))
  const rings: Rename[][] = []
  for (const start of left.values()) {
    const ring: Rename[] = []
    for (let at = left.get(start.from); at !== undefined; at = left.get(at.to)) {
      ring.push(at)
      left.delete(at.from)
    }
    if (ring.at(-1)?.to === start.from) rings.push(ring)
  }
  return rings
}

/**
 * Whether objects that are said to have exchanged their names have not done so yet: what is declared under the new names is more
 * like them than what is declared under those that they have.
 */
export function isStillToDo(ring: readonly Rename[], current: Side, desired: Side, kinds: Kinds): boolean {
  const alike = (from: string, to: string): number =>
    likeness(wholeOf(current.get(from)!, current, kinds), wholeOf(desired.get(to)!, desired, kinds))
  const sum = (newName: (item: Rename) => string): number =>
    ring.reduce((total, item) => total + alike(item.from, newName(item)), 0)
  return sum(({ to }) => to) > sum(({ from }) => from)
}

/** What an object and its parts are, but for its name. */
function wholeOf(object: CatalogObject, side: Side, kinds: Kinds): ReadonlySet<string> {
  const parts = side
    .dependents(object.id)
    .flatMap((id) => side.get(id) ?? [])
    .filter((part) => kinds.parentOf(part) === object.id)
  return new Set([object, ...parts].map((item) => `${item === object ? '' : nameIn(item)} ${butName(item, kinds)}`))
}

const nameIn = ({ attributes }: CatalogObject): string => (attributes as { name?: string }).name ?? ''

/**
 * Renames in an order in which each new name is free when its turn comes: of those that exchange their names one steps aside.
 * `blocked` are those whose name something else keeps.
 */
export function inFreeOrder(
  renames: readonly Rename[],
  current: Side,
  desired: Side,
  kinds: Kinds,
): { readonly ordered: Move[]; readonly blocked: Rename[] } {
  const slotsOf = (object: CatalogObject | undefined): readonly string[] =>
    object === undefined ? [] : [object.id, ...(kinds.of(object).slots?.(object.attributes) ?? [])]
  const held = new Map<string, string>()
  for (const object of current.snapshot.objects.values()) for (const slot of slotsOf(object)) held.set(slot, object.id)
  const ordered: Move[] = []
  let blocked = [...renames]
  const aside = new Map<string, string>()
  const holders = ({ from, to }: Rename): string[] => {
    const others = new Set(slotsOf(desired.get(to)).map((slot) => held.get(slot)))
    return [...others].filter((holder) => holder !== undefined && holder !== from) as string[]
  }
  const leave = (id: string): void => {
    for (const slot of slotsOf(current.get(id))) if (held.get(slot) === id) held.delete(slot)
  }
  for (;;) {
    const next = blocked.find((item) => holders(item).length === 0)
    if (next === undefined) {
      const ring = ringIn(
        blocked.filter(({ from }) => !aside.has(from)),
        holders,
      )
      if (ring === undefined) return { ordered, blocked }
      const move = stepAside(current.get(ring.from)!, kinds)
      ordered.push(move)
      aside.set(move.from, move.to)
      leave(move.from)
      continue
    }
    if (!aside.has(next.from)) leave(next.from)
    for (const slot of slotsOf(desired.get(next.to))) held.set(slot, next.to)
    ordered.push({ from: aside.get(next.from) ?? next.from, to: next.to })
    blocked = blocked.filter((item) => item !== next)
  }
}

/** One of some renames that wait for each other, and for nothing else. `holders`: what has the name that a rename takes. */
function ringIn(renames: readonly Rename[], holders: (item: Rename) => readonly string[]): Rename | undefined {
  const byOld = new Map(renames.map((item) => [item.from, item]))
  const waitsFor = (item: Rename): Rename | undefined => {
    const found = holders(item)
    return found.length === 1 ? byOld.get(found[0]!) : undefined
  }
  return renames.find((start) => {
    let at = waitsFor(start)
    for (let count = 0; at !== undefined && at !== start && count < renames.length; count++) at = waitsFor(at)
    return at === start
  })
}

function stepAside(object: CatalogObject, kinds: Kinds): Move {
  const name = defaultName([nameIn(object)], 'aside')
  const to = idOf(kinds.of(object), { ...object.attributes, name })
  return { from: object.id, to, aside: name }
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
  return new Set(parts.map((part) => `${nameIn(part)} ${butName(part, kinds)}`))
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
