import type { CatalogObject, Snapshot } from '../catalog/snapshot.js'
import type { Kinds } from '../kinds/registry.js'
import type { Node, Nodes } from './nodes.js'
import { compareNodes, ordered, type Edge } from './order.js'
import { splitInTwo } from './split.js'

/** Nodes that make one step: an object and the parts that are created or dropped together with it. */
export interface Group {
  readonly root: Node
  /** The root and its parts, in an order in which they can be created. */
  readonly members: readonly Node[]
}

/** No order of the steps respects all dependencies. */
export interface Unordered {
  readonly cycles: readonly (readonly Node[])[]
  /** Alters that close a cycle, since they need one thing on it before and another after. */
  readonly torn: readonly Node[]
}

/**
 * Puts the parts of an object into its step, and orders the steps. Where that makes a cycle (two tables that refer to each
 * other, a default that calls a function on its own table), the parts that close it get steps of their own.
 */
export function fold(
  nodes: Nodes,
  edges: readonly Edge[],
  current: Snapshot,
  desired: Snapshot,
  kinds: Kinds,
  loose: ReadonlySet<string>,
): Group[] | Unordered {
  const { drop, alter, create, aside, back } = nodes
  let all = [aside, drop, alter, create, back]
    .flatMap((some) => [...some.values()])
    .flatMap((node) => nodes.halves.get(node) ?? [node])
  const compare = compareNodes(kinds)
  const placed = ({ role, object }: Node): 'inside' | 'apart' | undefined => {
    const [own, other] = role === 'drop' ? [current, desired] : [desired, current]
    return kinds.of(object).placed?.(object.attributes, own, other)
  }
  let kept = edges
  const order = (): Node[] | Unordered => {
    for (;;) {
      const result = ordered(
        all,
        kept.map(({ first, second }) => [first, second]),
        compare,
      )
      if ('order' in result) return result.order
      const without = withoutSoft(kept, result.cycles, (node) => node)
      if (without.length < kept.length) {
        kept = without
        continue
      }
      const split = splitInTwo(kept, result.cycles, kinds)
      if (split === undefined) return unordered(kept, result.cycles, (node) => node)
      kept = split.edges
      for (const [node, pair] of split.pairs) pairs.set(node, pair)
      all = all.flatMap((node) => split.pairs.get(node) ?? [node])
    }
  }
  const pairs = new Map<Node, readonly [Node, Node]>()
  const isLoose = ({ object }: Node, parent: Node): boolean =>
    !kinds.holdsData(object) && wholes(parent.object).some((id) => loose.has(id))
  const wholes = (object: CatalogObject): readonly string[] => {
    const parent = desired.objects.get(kinds.parentOf(object) ?? '')
    return parent === undefined ? [object.id] : [object.id, ...wholes(parent)]
  }
  const plain = order()
  if ('cycles' in plain) return plain
  const isParted = partedByRows(kept)
  const parents = new Map<Node, Node>()
  for (const node of all) {
    if (node.role !== 'drop' && node.role !== 'create') continue
    const whole = nodes[node.role].get(kinds.parentOf(node.object) ?? '')
    const parent = whole && (pairs.get(whole)?.[node.role === 'create' ? 0 : 1] ?? whole)
    const fits =
      parent !== undefined &&
      parent !== node &&
      placed(node) !== 'apart' &&
      !(placed(node) !== 'inside' && isLoose(node, parent))
    if (fits && !isParted(node, parent)) parents.set(node, parent)
  }
  for (;;) {
    const rootOf = (node: Node): Node => {
      let root = node
      for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent
      return root
    }
    const roots = new Map(all.map((node) => [node, rootOf(node)]))
    const between = kept
      .map(({ first, second }) => [roots.get(first)!, roots.get(second)!] as [Node, Node])
      .filter(([first, second]) => first !== second)
    const result = ordered(new Set(roots.values()), between, compare)
    if ('order' in result) {
      const members = new Map<Node, Node[]>(result.order.map((root) => [root, []]))
      for (const node of plain) members.get(roots.get(node)!)!.push(node)
      return result.order.map((root) => ({ root, members: members.get(root)! }))
    }
    const without = withoutSoft(kept, result.cycles, (node) => roots.get(node)!)
    if (without.length < kept.length) {
      kept = without
      continue
    }
    const closing = onCycles(kept, result.cycles, (node) => roots.get(node)!)
    // What needs something of another object leaves first; a column only if nothing else is left to try.
    const canLeave = (node: Node): boolean => parents.has(node) && placed(node) !== 'inside'
    const dependents = closing.flatMap(({ dependent }) => dependent ?? []).filter(canLeave)
    const light = dependents.filter((node) => !kinds.holdsData(node.object))
    const any = closing.flatMap(({ first, second }) => [first, second]).filter(canLeave)
    // What stands beside the CREATE anyway goes before what stands inside it.
    const beside = light.filter((node) => kinds.of(node.object).sql.clause === undefined)
    const leaving = [beside, light, dependents, any].find((list) => list.length > 0) ?? []
    let unfolded = 0
    for (const node of leaving) if (parents.delete(node)) unfolded++
    if (unfolded === 0) return unordered(kept, result.cycles, (node) => roots.get(node)!)
  }
}

/** Tells where rows are taken aside between two drops, or put back between two creates: these are never one statement. */
function partedByRows(edges: readonly Edge[]): (node: Node, parent: Node) => boolean {
  const before = new Map<Node, Set<Node>>()
  const after = new Map<Node, Set<Node>>()
  const add = (map: Map<Node, Set<Node>>, key: Node, value: Node): void => {
    const set = map.get(key)
    if (set === undefined) map.set(key, new Set([value]))
    else set.add(value)
  }
  const isRows = ({ role }: Node): boolean => role === 'aside' || role === 'back'
  for (const { first, second } of edges) {
    if (isRows(second)) add(before, first, second)
    if (isRows(first)) add(after, second, first)
  }
  const parted = (first: Node, second: Node): boolean =>
    [...(before.get(first) ?? [])].some((rows) => after.get(second)?.has(rows))
  return (node, parent) => parted(node, parent) || parted(parent, node)
}

/** The edges without those soft ones that lie on a cycle. */
function withoutSoft(edges: readonly Edge[], cycles: readonly Node[][], rootOf: (node: Node) => Node): readonly Edge[] {
  const closing = new Set(onCycles(edges, cycles, rootOf))
  return edges.filter((edge) => !edge.soft || !closing.has(edge))
}

function unordered(edges: readonly Edge[], cycles: readonly Node[][], rootOf: (node: Node) => Node): Unordered {
  const closing = onCycles(edges, cycles, rootOf)
  const stops = new Set(closing.flatMap(({ first, dependent }) => (dependent === first ? first : [])))
  const begins = closing.flatMap(({ second, dependent }) => (dependent === second ? second : []))
  return { cycles, torn: [...new Set(begins)].filter((node) => node.role === 'alter' && stops.has(node)) }
}

/** The edges that lie on a cycle. */
function onCycles(edges: readonly Edge[], cycles: readonly Node[][], rootOf: (node: Node) => Node): readonly Edge[] {
  const cycleOf = new Map<Node, number>()
  cycles.forEach((cycle, index) => cycle.forEach((node) => cycleOf.set(node, index)))
  return edges.filter(({ first, second }) => {
    const [one, other] = [rootOf(first), rootOf(second)]
    return one !== other && cycleOf.has(one) && cycleOf.get(one) === cycleOf.get(other)
  })
}
