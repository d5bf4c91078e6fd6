import type { CatalogObject } from '../catalog/snapshot.js'
import { compact } from '../catalog/json.js'
import type { Change } from '../diff/change.js'
import { differing } from '../diff/diff.js'
import type { Kinds } from '../kinds/registry.js'
import type { AlterContext, AlterRule } from '../kinds/kind.js'
import type { Side } from './side.js'

/** What a plan does with one object at one moment. A replaced object has a drop and a create. */
export type Node =
  | { readonly role: 'drop'; readonly object: CatalogObject }
  | { readonly role: 'create'; readonly object: CatalogObject }
  | { readonly role: 'alter'; readonly object: CatalogObject; readonly change: Change & { type: 'alter' } }
  | { readonly role: 'rename'; readonly object: CatalogObject; readonly change: Change & { type: 'rename' } }
  /** The rows of an object that is dropped and made anew, or belong to others where it is not there. */
  | { readonly role: 'aside' | 'back'; readonly object: CatalogObject }

/** The nodes of a plan by object id. */
export interface Nodes {
  readonly drop: Map<string, Node>
  readonly create: Map<string, Node>
  /** Alters and renames. */
  readonly alter: Map<string, Node>
  /** What holds rows and is made anew or gives them to others: where they are taken aside, and where they are put back. */
  readonly aside: Map<string, Node>
  readonly back: Map<string, Node>
  /** What an alter takes down before and puts back after, by its id. */
  readonly around: Map<string, readonly string[]>
  /** An alter that has to be done in two parts, since what it needs before and after is never there at once. */
  readonly halves: Map<Node, readonly [Node, Node]>
}

/** The rules that mend a change, once each; `undefined` when the object has to be replaced. */
export function alterRules(
  change: Change & { type: 'alter' },
  from: Side,
  to: Side,
  kinds: Kinds,
): AlterRule<object>[] | undefined {
  const rules = kinds.of(change.before).rules as Record<string, 'replace' | 'ignore' | AlterRule<object>>
  const found = new Set<AlterRule<object>>()
  // The order of the rules, not that of the attributes: a type changes before the options that depend on it.
  for (const name of Object.keys(rules)) {
    if (!change.attributes.includes(name)) continue
    const rule = rules[name]!
    if (rule === 'ignore') continue
    if (rule === 'replace') return undefined
    const context = { before: from, after: to }
    if (rule.possible?.(change.before.attributes, change.after.attributes, context) === false) return undefined
    found.add(rule)
  }
  return [...found]
}

/** The change from one form of an object to another. */
export function alteration(before: CatalogObject, after: CatalogObject, kinds: Kinds): Change & { type: 'alter' } {
  return { type: 'alter', id: before.id, before, after, attributes: differing(before, after, kinds) }
}

/** Ids of other objects that have to be made anew for a change. */
export const replacedInstead = (
  { before, after }: Change & { type: 'alter' },
  rules: readonly AlterRule<object>[],
  context: AlterContext,
): readonly string[] => rules.flatMap((rule) => rule.instead?.(before.attributes, after.attributes, context) ?? [])

/** The dependents that PostgreSQL wants out of the way while a change is mended, and those that it takes along. */
export interface Disturbed {
  readonly away: readonly CatalogObject[]
  readonly anew: readonly CatalogObject[]
  /** What stays, and is changed together with it: a type that is made of the one that changes, a column of it. */
  readonly along: readonly CatalogObject[]
}

/** What has to go, or to be made again, because of a change. */
export function disturbed(
  change: Change & { type: 'alter' },
  rules: readonly AlterRule<object>[],
  side: Side,
  context: AlterContext,
): Disturbed {
  const { before, after } = change
  const away: CatalogObject[] = []
  const anew: CatalogObject[] = []
  const along: CatalogObject[] = []
  const seen = new Set([change.id])
  const queue = [change.id]
  for (const next of queue)
    for (const id of side.dependents(next)) {
      const item = side.get(id)
      if (item === undefined || seen.has(id)) continue
      const answers = rules.map((rule) => rule.disturbs?.(item, before.attributes, after.attributes, context))
      if (!answers.some(Boolean)) continue
      seen.add(id)
      const other = answers.flatMap((answer) => (typeof answer === 'object' ? (side.get(answer.instead) ?? []) : []))
      if (other.length > 0) away.push(...other)
      else if (answers.includes(true)) away.push(item)
      else if (answers.includes('anew')) anew.push(item)
      else {
        along.push(item)
        queue.push(id)
      }
    }
  return { away, anew, along }
}

/** With what has to be altered for the sake of its parts, on the way there or on the way back. */
function withParts(changes: readonly Change[], current: Side, desired: Side, kinds: Kinds): readonly Change[] {
  const found = new Map(changes.map((item) => [item.id, item]))
  for (const before of changes.length === 0 ? [] : current.snapshot.objects.values()) {
    const { changesWith } = kinds.of(before)
    const after = desired.get(before.id)
    const item = found.get(before.id)
    if (changesWith === undefined || after === undefined || (item !== undefined && item.type !== 'alter')) continue
    const [from, to] = [before.attributes as never, after.attributes as never]
    const up = changesWith(from, to, { before: current, after: desired })
    const down = changesWith(to, from, { before: desired, after: current })
    const attributes = [...new Set([...(item?.attributes ?? []), ...up, ...down])]
    if (up.length + down.length > 0) found.set(before.id, { type: 'alter', id: before.id, before, after, attributes })
  }
  return [...found.values()]
}

/**
 * Decides what is altered and what is replaced. Whatever depends on a replaced object is replaced too, unless it holds
 * rows; what is not declared but left alone comes back as it was. `torn`: ids of alters that would close a cycle.
 */
export function nodesOf(
  given: readonly Change[],
  current: Side,
  desired: Side,
  kinds: Kinds,
  torn: ReadonlySet<string>,
): Nodes {
  const changes = withParts(given, current, desired, kinds)
  const nodes: Nodes = {
    drop: new Map(),
    create: new Map(),
    alter: new Map(),
    aside: new Map(),
    back: new Map(),
    around: new Map(),
    halves: new Map(),
  }
  const middles = new Map<string, CatalogObject>()
  const removed = new Set(changes.flatMap((change) => (change.type === 'remove' ? change.id : [])))

  // A part goes with what it is a part of, even where it would be left alone.
  const isGone = (object: CatalogObject): boolean => {
    const parent = current.get(kinds.parentOf(object) ?? '')
    return removed.has(object.id) || (parent !== undefined && desired.get(parent.id) === undefined && isGone(parent))
  }
  const replace = (id: string): void => {
    if (nodes.drop.has(id)) return
    const before = current.get(id)!
    const after = desired.get(id) ?? (isGone(before) ? undefined : before)
    nodes.alter.delete(id)
    nodes.drop.set(id, { role: 'drop', object: before })
    if (after !== undefined) nodes.create.set(id, { role: 'create', object: after })
    replaceDependents(id)
  }
  const replaceDependents = (id: string): void => {
    for (const dependent of current.dependents(id)) {
      const object = current.get(dependent)!
      const kind = kinds.of(object)
      if (kinds.isImplied(object, current.snapshot, desired.snapshot)) {
        passThrough(dependent)
        if (kind.parent?.(object.attributes) === id && nodes.create.has(id)) comeAlone(dependent)
      } else if (!kinds.holdsData(object) || kind.parent?.(object.attributes) === id) replace(dependent)
      else convert(object, id)
      // What holds some of the rows is made anew as well: they may have to go elsewhere.
      const holds = kind.rows?.(object.attributes, id) === 'holds' && nodes.create.has(id)
      if (holds && desired.dependencies(dependent).includes(id)) replace(kinds.parentOf(object)!)
    }
  }
  // What goes with a parent's, and does not come by itself after.
  const goesAndComes = (object: CatalogObject): boolean => {
    const after = desired.get(object.id)
    return (
      kinds.isImplied(object, current.snapshot, desired.snapshot) &&
      (after === undefined || kinds.isImplied(after, desired.snapshot, current.snapshot))
    )
  }
  // A part that goes with what it is a part of, and comes again otherwise than by itself.
  const comeAlone = (id: string): void => {
    const after = desired.get(id)
    if (after === undefined || kinds.isImplied(after, desired.snapshot, current.snapshot)) return
    nodes.alter.delete(id)
    nodes.create.set(id, { role: 'create', object: after })
  }
  // What holds rows lets go of what is made anew, and takes it up again.
  const convert = (before: CatalogObject, need: string): void => {
    const after = desired.get(before.id)
    if (after === undefined || nodes.drop.has(before.id) || middles.has(before.id)) return
    const { between } = kinds.of(before)
    const attributes = between?.(before.attributes as never, after.attributes as never, current.get(need)!)
    if (attributes === undefined) return
    const middle = { ...before, attributes: compact<object>(attributes) }
    middles.set(before.id, middle)
    change(alteration(before, middle, kinds))
  }
  // Something else that the object needs takes the name of what goes: both cannot be there at once.
  const takesItsPlace = (object: CatalogObject, need: string): boolean => {
    const slots = slotsOf(current.get(need)!)
    return desired
      .dependencies(object.id)
      .some((id) => nodes.create.has(id) && slots.some((slot) => slotsOf(desired.get(id)!).includes(slot)))
  }
  const slotsOf = (object: CatalogObject): readonly string[] =>
    kinds.of(object).slots?.(object.attributes as never) ?? []
  // What comes back by itself takes what stands on it along: a comment on the index of a partition.
  const passed = new Set<string>()
  const passThrough = (id: string): void => {
    if (passed.has(id)) return
    passed.add(id)
    replaceDependents(id)
  }

  const change = (item: Change & { type: 'alter' }): void => {
    const context = { before: current, after: desired }
    const rules = alterRules(item, current, desired, kinds)
    const [instead] = rules === undefined ? [] : replacedInstead(item, rules, context)
    if (rules === undefined) replace(item.id)
    else if (instead !== undefined) replace(instead)
    else if (!nodes.drop.has(item.id) && !nodes.create.has(item.id)) {
      nodes.alter.set(item.id, { role: 'alter', object: item.after, change: item })
      const { away } = disturbed(item, rules, current, context)
      nodes.around.set(item.id, [...(nodes.around.get(item.id) ?? []), ...away.map(({ id }) => id)])
      for (const object of away)
        if (goesAndComes(object)) passThrough(object.id)
        else replace(object.id)
    }
  }

  // A foreign key is in the way of rows that go elsewhere, but not of a partition that leaves for good.
  const isAwayOnlyForRows = (object: CatalogObject, id: string): boolean => {
    const holder = current.get(id)!
    const holds = kinds.of(holder).rows?.(holder.attributes, kinds.parentOf(holder) ?? '') === 'holds'
    return holds && kinds.of(object).rows?.(object.attributes, id) === 'away'
  }
  for (const item of changes) {
    if (item.type === 'add') nodes.create.set(item.id, { role: 'create', object: item.after })
    else if (item.type === 'rename') nodes.alter.set(item.id, { role: 'rename', object: item.after, change: item })
    else if (item.type === 'remove') {
      if (!nodes.drop.has(item.id)) nodes.drop.set(item.id, { role: 'drop', object: item.before })
    } else change(item)
  }
  // Rows that belong elsewhere, on the way there or on the way back; what would see them come is away then.
  const moving = new Map<string, CatalogObject>()
  for (const [own, other] of changes.length === 0 ? [] : [[current, desired] as const, [desired, current] as const])
    for (const object of own.snapshot.objects.values()) {
      if (!kinds.of(object).yields?.(object.attributes as never, own.snapshot, other.snapshot)) continue
      if (other.get(object.id) === undefined) moving.set(object.id, object)
      else replace(object.id)
      for (const id of [...own.dependents(object.id), ...other.dependents(object.id)]) {
        const dependent = current.get(id)
        const isAway = dependent && kinds.of(dependent).rows?.(dependent.attributes, object.id) === 'away'
        if (isAway && !removed.has(id)) replace(id)
      }
    }
  // What is unchanged but stands on something that goes cannot stay as it is: a foreign key on a key that gets another name.
  for (const id of removed)
    for (const dependent of current.dependents(id)) {
      const object = current.get(dependent)!
      if (removed.has(dependent) || kinds.isImplied(object, current.snapshot, desired.snapshot)) continue
      if (isAwayOnlyForRows(object, id)) continue
      const isTaken = takesItsPlace(object, id)
      if (kinds.holdsData(object)) {
        if (isTaken) convert(object, id)
      } else if (isTaken || !nodes.alter.has(dependent)) replace(dependent)
    }
  // An alter that needs one thing before and another after, which are never there at once.
  for (const id of torn) {
    const object = current.get(id)!
    if (!kinds.holdsData(object)) replace(id)
    else for (const need of current.dependencies(id)) convert(object, need)
  }
  // What follows something that is made anew would have to change before it goes and after it is back: it is made anew as well.
  const followsAnew = (node: Node): boolean => {
    if (node.role !== 'alter' || kinds.holdsData(node.object)) return false
    const { follows } = kinds.of(node.object)
    const { before, after } = node.change
    const comes = follows?.(after.attributes, desired.snapshot, current.snapshot, 'alter') ?? []
    const goes = follows?.(before.attributes, current.snapshot, desired.snapshot, 'alter') ?? []
    return comes.some((id) => nodes.create.has(id) && nodes.drop.has(id) && goes.includes(id))
  }
  for (let again = true; again;) {
    const found = [...nodes.alter.keys()].filter((id) => followsAnew(nodes.alter.get(id)!))
    for (const id of found) replace(id)
    again = found.length > 0
  }
  for (const [id, middle] of middles) {
    const before = current.get(id)!
    const after = desired.get(id)!
    if (nodes.drop.has(id)) continue
    const whole: Node = { role: 'alter', object: after, change: alteration(before, after, kinds) }
    nodes.alter.set(id, whole)
    nodes.halves.set(whole, [
      { role: 'alter', object: middle, change: alteration(before, middle, kinds) },
      { role: 'alter', object: after, change: alteration(middle, after, kinds) },
    ])
  }
  for (const [id, { object }] of nodes.drop) {
    const again = nodes.create.get(id)
    if (again === undefined || kinds.of(object).sql.rows === undefined) continue
    nodes.aside.set(id, { role: 'aside', object })
    nodes.back.set(id, { role: 'back', object: again.object })
  }
  for (const [id, object] of moving) {
    nodes.aside.set(id, { role: 'aside', object })
    nodes.back.set(id, { role: 'back', object })
  }
  return nodes
}
