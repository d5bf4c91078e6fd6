import type { Kinds } from '../kinds/registry.js'
import type { Node, Nodes } from './nodes.js'
import { compareNodes, ordered, type Edge } from './order.js'

/** Nodes that make one step: an object and the parts that are created or dropped together with it. */
export interface Group {
  readonly root: Node
  /** The root and its parts, in an order in which they can be created. */
  readonly members: readonly Node[]
}

/**
 * Puts the parts of an object into its step, and orders the steps. Where that makes a cycle (two tables that refer to each
 * other, a default that calls a function on its own table), the parts that close it get steps of their own.
 */
export function fold(nodes: Nodes, edges: readonly Edge[], kinds: Kinds): Group[] {
  const all = [...nodes.drop.values(), ...nodes.alter.values(), ...nodes.create.values()]
  const compare = compareNodes(kinds)
  const plain = ordered(
    all,
    edges.map(({ first, second }) => [first, second]),
    compare,
  )
  if ('cycles' in plain) throw cycleError(plain.cycles)
  const parents = new Map<Node, Node>()
  for (const node of all) {
    if (node.role !== 'drop' && node.role !== 'create') continue
    const parent = nodes[node.role].get(kinds.parentOf(node.object) ?? '')
    if (parent !== undefined && parent !== node) parents.set(node, parent)
  }
  for (;;) {
    const rootOf = (node: Node): Node => {
      let root = node
      for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent
      return root
    }
    const roots = new Map(all.map((node) => [node, rootOf(node)]))
    const between = edges
      .map(({ first, second }) => [roots.get(first)!, roots.get(second)!] as [Node, Node])
      .filter(([first, second]) => first !== second)
    const result = ordered(new Set(roots.values()), between, compare)
    if ('order' in result) {
      const members = new Map<Node, Node[]>(result.order.map((root) => [root, []]))
      for (const node of plain.order) members.get(roots.get(node)!)!.push(node)
      return result.order.map((root) => ({ root, members: members.get(root)! }))
    }
    const cyclic = new Map<Node, number>()
    result.cycles.forEach((cycle, index) => cycle.forEach((root) => cyclic.set(root, index)))
    const onCycle = (node: Node): number | undefined => cyclic.get(roots.get(node)!)
    const closing = edges.filter(
      ({ first, second }) =>
        roots.get(first) !== roots.get(second) && onCycle(first) !== undefined && onCycle(first) === onCycle(second),
    )
    // What needs something of another object leaves first; a column only if nothing else is left to try.
    const canLeave = (node: Node): boolean => parents.has(node) && !kinds.of(node.object).inseparable
    const dependents = closing.flatMap(({ dependent }) => dependent ?? []).filter(canLeave)
    const light = dependents.filter((node) => !kinds.of(node.object).holdsData)
    const any = closing.flatMap(({ first, second }) => [first, second]).filter(canLeave)
    const leaving = [light, dependents, any].find((list) => list.length > 0) ?? []
    let unfolded = 0
    for (const node of leaving) if (parents.delete(node)) unfolded++
    if (unfolded === 0) throw cycleError(result.cycles)
  }
}

function cycleError(cycles: readonly Node[][]): Error {
  const names = cycles.map((cycle) => cycle.map((node) => `${node.role} ${node.object.id}`).join(', '))
  return new Error(`no order of steps respects all dependencies: ${names.join('; ')}`)
}
