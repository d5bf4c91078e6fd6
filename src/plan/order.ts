import type { CatalogObject } from '../catalog/snapshot.js'
import { invert, type Change } from '../diff/change.js'
import type { Kinds } from '../kinds/registry.js'
import { Graph } from './graph.js'
import { mentionEdges } from './mentions.js'
import { alterRules, disturbed, type Node, type Nodes } from './nodes.js'
import type { Side } from './side.js'

/** `first` has to come before `second`; `dependent` is the one of them that needs the other's object, if one does. */
export interface Edge {
  readonly first: Node
  readonly second: Node
  readonly dependent?: Node
  /** Gives way where it would close a cycle. */
  readonly soft?: true
}

/** All edges between the nodes of a plan; every rule reads the same backwards, for the way back. */
export function edges(nodes: Nodes, current: Side, desired: Side, kinds: Kinds): Edge[] {
  const result: Edge[] = []
  const precede = (first: Node | undefined, second: Node | undefined, dependent?: Node): void => {
    if (first !== undefined && second !== undefined && first !== second)
      result.push({ first, second, ...(dependent && { dependent }) })
  }
  const precedeSoftly = (first: Node, second: Node, dependent: Node): void => {
    if (first !== second) result.push({ first, second, dependent, soft: true })
  }
  const wasImplied = (object: CatalogObject): boolean => kinds.isImplied(object, current.snapshot, desired.snapshot)
  const isImplied = (object: CatalogObject): boolean => kinds.isImplied(object, desired.snapshot, current.snapshot)
  const lost = providers(current, (id) => nodes.drop.has(id) || nodes.alter.has(id), wasImplied)
  const made = providers(desired, (id) => nodes.create.has(id) || nodes.alter.has(id), isImplied)
  // An object that another follows does not wait for that one, whatever the catalog says.
  const followed = new Set<string>()
  const follow = (id: string, node: Node, attributes: object, own: Side, other: Side): readonly string[] => {
    const list = kinds.of(node.object).follows?.(attributes, own.snapshot, other.snapshot, node.role) ?? []
    for (const need of list) followed.add(`${need} before ${id}`)
    return list
  }
  const leaving = [...nodes.drop, ...nodes.alter]
  const coming = [...nodes.create, ...nodes.alter]
  for (const [id, node] of leaving) {
    const { attributes } = 'change' in node ? node.change.before : node.object
    for (const need of follow(id, node, attributes, current, desired)) {
      precede(node, nodes.drop.get(need), node)
      precede(node, nodes.alter.get(need), node)
      if (node.role === 'drop' && current.get(need) === undefined) precede(node, nodes.create.get(need))
    }
  }
  // A part that goes with what it is a part of does not wait.
  const alone = (node: Node | undefined, some: ReadonlyMap<string, Node>): Node | undefined =>
    node === undefined || some.has(kinds.parentOf(node.object) ?? '') ? undefined : node
  // What is made anew together with what it is a part of need not be there while others change.
  const attached = (first: Node | undefined, second: Node | undefined, { object }: Node): void => {
    const parent = kinds.parentOf(object) ?? ''
    const isMadeAnew = nodes.drop.has(parent) && nodes.create.has(parent)
    if (first !== undefined && second !== undefined) result.push({ first, second, ...(isMadeAnew && { soft: true }) })
  }
  const attachments: Attached[] = []
  for (const [, node] of nodes.drop)
    for (const id of kinds
      .of(node.object)
      .precedes?.(node.object.attributes as never, current.snapshot, desired.snapshot) ?? [])
      attached(alone(nodes.drop.get(id), nodes.drop), node, node)
  for (const [, node] of nodes.create)
    for (const id of kinds
      .of(node.object)
      .precedes?.(node.object.attributes as never, desired.snapshot, current.snapshot) ?? []) {
      attached(node, alone(nodes.create.get(id), nodes.create), node)
      const altered = nodes.alter.get(id)
      if (altered !== undefined) attachments.push({ altered, goes: nodes.drop.get(node.object.id), comes: node })
    }
  const before = new Set(followed)
  for (const [id, node] of coming)
    for (const need of follow(id, node, node.object.attributes, desired, current)) {
      precede(nodes.create.get(need), node, node)
      if (node.role === 'create' && desired.get(need) === undefined) precede(nodes.drop.get(need), node)
      if (!before.has(`${need} before ${id}`)) precede(nodes.alter.get(need), node, node)
    }
  // What uses a part of something uses that as well.
  const using =
    (side: Side, needs: (id: string) => readonly string[]) =>
    (id: string, need: string): boolean =>
      needs(id).some((item) => {
        const object = side.get(item)
        return item === need || (object !== undefined && kinds.parentOf(object) === need)
      })
  const used = using(current, lost)
  const uses = using(desired, made)
  const there = changedAlong(nodes, current, desired, false, kinds)
  const back = changedAlong(nodes, desired, current, true, kinds)
  const changedWith = (id: string): ReadonlySet<Node> => new Set([...there(id), ...back(id)])
  for (const [id, node] of leaving)
    for (const need of lost(id)) {
      if (followed.has(`${id} before ${need}`)) continue
      // What stops using an object comes before that object changes or goes.
      precede(node, nodes.drop.get(need), node)
      const stops = node.role === 'drop' || !uses(id, need)
      const altered = nodes.alter.get(need)
      // A part may as well go after what it is a part of has changed.
      if (stops && altered !== undefined && kinds.parentOf(node.object) === need) precedeSoftly(node, altered, node)
      else if (stops) precede(node, altered, node)
      if (stops) for (const other of changedWith(need)) precedeSoftly(node, other, node)
    }
  for (const [id, taken] of nodes.around)
    for (const item of taken) {
      precede(nodes.drop.get(item), nodes.alter.get(id))
      precede(nodes.alter.get(id), nodes.create.get(item))
    }
  for (const [id, node] of coming)
    for (const need of made(id)) {
      if (followed.has(`${id} before ${need}`)) continue
      precede(nodes.create.get(need), node, node)
      const altered = nodes.alter.get(need)
      // A part that stays may as well change before what it is a part of.
      if (node.role === 'alter' && altered !== undefined && kinds.parentOf(node.object) === need)
        precedeSoftly(altered, node, node)
      else precede(altered, node, node)
      if (node.role === 'create' || !used(id, need))
        for (const other of changedWith(need)) precedeSoftly(other, node, node)
    }
  // What completes a whole is there while others use that.
  const users = (node: Node, side: Side, some: ReadonlyMap<string, Node>): readonly Node[] => {
    const whole = kinds.of(node.object).completes ? kinds.parentOf(node.object) : undefined
    const isLasting = side === current ? uses : used
    return (whole === undefined ? [] : side.dependents(whole)).flatMap((id) => {
      const isPart = kinds.parentOf(side.get(id)!) === whole
      return isPart || isLasting(id, whole!) ? [] : [some.get(id) ?? [], nodes.alter.get(id) ?? []].flat()
    })
  }
  for (const node of nodes.drop.values())
    for (const user of users(node, current, nodes.drop)) precedeSoftly(user, node, user)
  for (const node of nodes.create.values())
    for (const user of users(node, desired, nodes.create)) precedeSoftly(node, user, user)
  for (const [id, node] of nodes.create) precede(nodes.drop.get(id), node)
  const rows = (side: Side, id: string, others: ReadonlyMap<string, Node>) =>
    side.allDependents(id).flatMap((object) => {
      const node = others.get(object.id)
      const role = node && kinds.of(object).rows?.(object.attributes, id)
      return role === undefined ? [] : [{ node: node!, role, holder: others.get(kinds.parentOf(object) ?? '') }]
    })
  // Rows go to whichever of those that hold them with it take them: all are there when they are taken aside and put back.
  const siblings = (id: string, others: ReadonlyMap<string, Node>): Node[] =>
    [current, desired].flatMap((side) =>
      side
        .dependencies(id)
        .flatMap((holder) =>
          side
            .dependents(holder)
            .flatMap((other) =>
              kinds.of(side.get(other)!).rows?.(side.get(other)!.attributes as never, holder) === 'holds'
                ? (others.get(other) ?? [])
                : [],
            ),
        ),
    )
  for (const [id, aside] of nodes.aside) {
    precede(aside, nodes.drop.get(id))
    if (kinds.of(aside.object).yields !== undefined)
      for (const sibling of siblings(id, nodes.drop)) precede(aside, sibling)
    for (const { node, role, holder } of rows(current.get(id) === undefined ? desired : current, id, nodes.drop)) {
      // What stays with its rows leaves before.
      if (role === 'away' || holder === undefined) precede(node, aside)
      else for (const item of [node, holder]) precede(aside, item)
    }
  }
  for (const [id, back] of nodes.back) {
    precede(nodes.create.get(id), back)
    if (kinds.of(back.object).yields !== undefined)
      for (const sibling of siblings(id, nodes.create)) precede(sibling, back)
    for (const { node, role, holder } of rows(desired.get(id) === undefined ? current : desired, id, nodes.create)) {
      if (role === 'away' || holder === undefined) precede(back, node, node)
      else precede(node, back)
    }
  }

  // With what stands on it: its comment, its owner.
  const isWatching = ({ object }: Node): boolean => {
    const parent = kinds.parentOf(object) ?? ''
    const whole = desired.get(parent) ?? current.get(parent) ?? object
    return kinds.of(whole).watches === true
  }
  for (const node of [...nodes.drop.values(), ...nodes.alter.values(), ...nodes.create.values()])
    if (kinds.of(node.object).last)
      for (const created of nodes.create.values())
        if (!kinds.of(created.object).last && !isWatching(created)) precede(created, node)

  const others = [nodes.aside, nodes.drop, nodes.alter, nodes.create, nodes.back]
    .flatMap((some) => [...some.values()])
    .filter((node) => !isWatching(node))
  for (const watcher of [...nodes.drop.values()].filter(isWatching)) for (const node of others) precede(watcher, node)
  for (const watcher of [...nodes.create.values()].filter(isWatching)) for (const node of others) precede(node, watcher)

  const held = new Map<string, Node>()
  const slots = (object: CatalogObject): readonly string[] => kinds.of(object).slots?.(object.attributes) ?? []
  for (const node of leaving.map(([, node]) => node))
    for (const slot of slots('change' in node ? node.change.before : node.object)) held.set(slot, node)
  for (const [, node] of coming) for (const slot of slots(node.object)) precede(held.get(slot), node)
  // While what it changes with hangs on it: after it is back, or before it goes.
  const early = beforeLeaving(attachments, result)
  for (const { altered, goes, comes } of attachments) {
    const isInTwo = nodes.halves.has(altered)
    if (early.has(altered) || isInTwo) attached(altered, goes, comes)
    if (!early.has(altered) || isInTwo) attached(comes, altered, comes)
  }
  return [...result, ...mentionEdges(nodes, current, desired, kinds)].flatMap((edge) => inHalves(edge, nodes, current))
}

/** An alter of what an attachment hangs on, and the attachment, which goes and comes again. */
interface Attached {
  readonly altered: Node
  readonly goes: Node | undefined
  readonly comes: Node
}

/** The alters that are done when the attachment goes, since something has to be done after them and before it. */
function beforeLeaving(attachments: readonly Attached[], edges: readonly Edge[]): ReadonlySet<Node> {
  const early = new Set<Node>()
  if (attachments.length === 0) return early
  const previous = new Map<Node, Node[]>()
  for (const { first, second, soft } of edges) {
    if (soft) continue
    const found = previous.get(second)
    if (found === undefined) previous.set(second, [first])
    else found.push(first)
  }
  const known = new Map<Node, ReadonlySet<Node>>()
  const allBefore = (node: Node): ReadonlySet<Node> => {
    const found = new Set([node])
    for (const item of found) for (const first of previous.get(item) ?? []) found.add(first)
    known.set(node, found)
    return found
  }
  for (const { altered, goes } of attachments)
    if (goes !== undefined && (known.get(goes) ?? allBefore(goes)).has(altered)) early.add(altered)
  return early
}

/** An edge of an alter that is done in two parts: what goes is let go of with the first, what comes is needed for the second. */
function inHalves({ first, second, dependent, soft }: Edge, { halves }: Nodes, current: Side): Edge[] {
  const from = halves.get(first)
  const to = halves.get(second)
  const edge = (one: Node, other: Node): Edge => ({
    first: one,
    second: other,
    ...(dependent && { dependent: dependent === first ? one : other }),
    ...(soft && { soft }),
  })
  const goes = ({ role }: Node): boolean => role === 'drop' || role === 'aside'
  const comes = ({ role }: Node): boolean => role === 'create' || role === 'back'
  const stops = dependent === first || goes(second)
  const isLasting = dependent === second && current.dependencies(second.object.id).includes(first.object.id)
  const begins = comes(first) || (dependent === second && !isLasting)
  // What uses it before and after uses what it is in between as well.
  const together = from && to && isLasting ? from.map((half, part) => edge(half, to[part]!)) : undefined
  return [
    ...(together ?? [
      edge(from === undefined ? first : from[stops ? 0 : 1], to === undefined ? second : to[begins ? 1 : 0]),
    ]),
    ...[from, to].flatMap((pair) => (pair === undefined ? [] : { first: pair[0], second: pair[1] })),
  ]
}

/**
 * The alters that change an object together with their own, on the way from one side: what uses it on one side only does not
 * use it then, neither on the way there nor on the way back.
 */
function changedAlong(nodes: Nodes, from: Side, to: Side, isBack: boolean, kinds: Kinds) {
  const found = new Map<string, Node[]>()
  for (const node of nodes.alter.values()) {
    if (node.role !== 'alter') continue
    const change = (isBack ? invert(node.change) : node.change) as Change & { type: 'alter' }
    const rules = alterRules(change, from, to, kinds) ?? []
    for (const { id } of disturbed(change, rules, from, { before: from, after: to }).along) {
      found.set(id, [...(found.get(id) ?? []), node])
    }
  }
  return (id: string): readonly Node[] => found.get(id) ?? []
}

/** What an object depends on, and beyond what has no node because it is implied, what brings that. */
function providers(
  side: Side,
  hasNode: (id: string) => boolean,
  implied: (object: CatalogObject) => boolean,
): (id: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  const beyond = (id: string): readonly string[] => {
    const found = known.get(id)
    if (found !== undefined) return found
    known.set(id, [])
    const needs = side.dependencies(id)
    const all = new Set(needs)
    for (const need of needs) {
      const object = side.get(need)
      if (object !== undefined && !hasNode(need) && implied(object)) for (const item of beyond(need)) all.add(item)
    }
    const result = [...all]
    known.set(id, result)
    return result
  }
  return beyond
}

const phase = { aside: 0, drop: 1, rename: 2, alter: 3, create: 4, back: 5 } as const

/** The tie-break: what goes first, then changes, then what comes; within these by kind and name. */
export function compareNodes(kinds: Kinds): (a: Node, b: Node) => number {
  return (a, b) => {
    if (a.role !== b.role) return phase[a.role] - phase[b.role]
    const rank = kinds.rank(a.object) - kinds.rank(b.object)
    if (rank !== 0) return a.role === 'drop' ? -rank : rank
    return a.object.id < b.object.id ? -1 : 1
  }
}

/** The nodes in an order that respects all edges; a cycle that no unfolding can break is named. */
export function ordered<N>(
  nodes: Iterable<N>,
  pairs: readonly [N, N][],
  compare: (a: N, b: N) => number,
): { order: N[] } | { cycles: N[][] } {
  const graph = new Graph<N>()
  for (const node of nodes) graph.add(node)
  for (const [first, second] of pairs) graph.mustPrecede(first, second)
  const order = graph.order(compare)
  return order === undefined ? { cycles: graph.cycles() } : { order }
}
