import { compact, equal } from '../catalog/json.js'
import type { CatalogObject } from '../catalog/snapshot.js'
import type { Kinds } from '../kinds/registry.js'
import { alteration, type Node } from './nodes.js'
import type { Edge } from './order.js'

/** What needs itself through others, and can be there before what its text names, is made in two steps and goes in two. */
export function splitInTwo(
  edges: readonly Edge[],
  cycles: readonly Node[][],
  kinds: Kinds,
): { edges: Edge[]; pairs: Map<Node, readonly [Node, Node]> } | undefined {
  const pairs = new Map<Node, readonly [Node, Node]>()
  const cycleOf = new Map<Node, number>()
  cycles.forEach((cycle, index) => {
    for (const node of cycle) {
      cycleOf.set(node, index)
      const pair = inTwo(node, kinds)
      if (pair !== undefined) pairs.set(node, pair)
    }
  })
  if (pairs.size === 0) return undefined
  const moved = edges.map((edge): Edge => {
    const { first, second, dependent } = edge
    const isWithin = cycleOf.has(first) && cycleOf.get(first) === cycleOf.get(second)
    const from = pairs.get(first)?.[isWithin ? 0 : 1] ?? first
    const to = pairs.get(second)?.[isWithin ? 1 : 0] ?? second
    return { ...edge, first: from, second: to, ...(dependent && { dependent: dependent === first ? from : to }) }
  })
  return { edges: [...moved, ...[...pairs.values()].map(([first, second]) => ({ first, second }))], pairs }
}

/** First what can be there before what its text names, then the whole; the other way round where it goes. */
export function inTwo(node: Node, kinds: Kinds): readonly [Node, Node] | undefined {
  const { object } = node
  const stub = kinds.of(object).stub?.(object.attributes as never)
  if (stub === undefined) return undefined
  const bare: CatalogObject = { ...object, attributes: compact<object>(stub) }
  const alter = (before: CatalogObject, after: CatalogObject): Node => ({
    role: 'alter',
    object: after,
    change: alteration(before, after, kinds),
  })
  if (node.role === 'create') return [{ role: 'create', object: bare }, alter(bare, object)]
  if (node.role === 'drop') return [alter(object, bare), { role: 'drop', object: bare }]
  if (node.role !== 'alter' || equal(node.change.before.attributes, bare.attributes)) return undefined
  return [alter(node.change.before, bare), alter(bare, object)]
}
