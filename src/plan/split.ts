import { compact, equal } from '../catalog/json.js'
import type { CatalogObject } from '../catalog/snapshot.js'
import type { Kinds } from '../kinds/registry.js'
import { alteration, type Node } from './nodes.js'
import type { Edge } from './order.js'

/**
 * What lies on a cycle is changed in two steps: what can be there before what its text names, else what can hold its values
 * in another way meanwhile.
 */
export function splitInTwo(
  edges: readonly Edge[],
  cycles: readonly Node[][],
  kinds: Kinds,
): { edges: Edge[]; pairs: Map<Node, readonly [Node, Node]> } | undefined {
  const cycleOf = new Map<Node, number>()
  cycles.forEach((cycle, index) => cycle.forEach((node) => cycleOf.set(node, index)))
  const pairsBy = (split: (node: Node, cycle: readonly Node[]) => readonly [Node, Node] | undefined) =>
    new Map(
      cycles.flatMap((cycle) =>
        cycle.flatMap((node): [Node, readonly [Node, Node]][] => {
          const pair = split(node, cycle)
          return pair === undefined ? [] : [[node, pair]]
        }),
      ),
    )
  const stubs = pairsBy((node) => inTwo(node, kinds))
  const pairs = stubs.size > 0 ? stubs : pairsBy((node, cycle) => withMiddle(node, cycle, kinds))
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
  const alter = (before: CatalogObject, after: CatalogObject): Node => alterNode(before, after, kinds)
  if (node.role === 'create') return [{ role: 'create', object: bare }, alter(bare, object)]
  if (node.role === 'drop') return [alter(object, bare), { role: 'drop', object: bare }]
  if (node.role !== 'alter' || equal(node.change.before.attributes, bare.attributes)) return undefined
  return [alter(node.change.before, bare), alter(bare, object)]
}

/** What holds values of a type that changes with it lets go of that first: two types exchange their columns. */
function withMiddle(node: Node, cycle: readonly Node[], kinds: Kinds): readonly [Node, Node] | undefined {
  if (node.role !== 'alter') return undefined
  const { before, after } = node.change
  const { between } = kinds.of(before)
  for (const other of cycle) {
    const need = 'change' in other ? other.change.before : other.object
    const attributes =
      other === node ? undefined : between?.(before.attributes as never, after.attributes as never, need)
    if (attributes === undefined) continue
    const middle: CatalogObject = { ...before, attributes: compact<object>(attributes) }
    if (equal(middle.attributes, before.attributes) || equal(middle.attributes, after.attributes)) continue
    return [alterNode(before, middle, kinds), alterNode(middle, after, kinds)]
  }
  return undefined
}

const alterNode = (before: CatalogObject, after: CatalogObject, kinds: Kinds): Node => ({
  role: 'alter',
  object: after,
  change: alteration(before, after, kinds),
})
