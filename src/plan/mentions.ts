import type { CatalogObject } from '../catalog/snapshot.js'
import type { Kinds } from '../kinds/registry.js'
import { namesIn } from '../sql/names-in.js'
import type { Node, Nodes } from './nodes.js'
import type { Edge } from './order.js'
import type { Side } from './side.js'

/**
 * What a text names (the body of a function, which PostgreSQL looks at only when it runs) is there before it, and goes
 * after it. Names are only guessed at, so an edge of this sort gives way where it would close a cycle.
 */
export function mentionEdges(nodes: Nodes, current: Side, desired: Side, kinds: Kinds): Edge[] {
  const edges: Edge[] = []
  const link = (
    list: readonly Node[],
    side: Side,
    textOf: (node: Node) => string | undefined,
    leaving: boolean,
  ): void => {
    const texts = list.flatMap((node) => {
      const text = textOf(node)
      return text === undefined ? [] : [{ node, names: namesIn(text) }]
    })
    if (texts.length === 0) return
    const byName = new Map<string, Node[]>()
    for (const node of list) {
      const name = nameOf(node.object, side, kinds)
      if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), node])
    }
    for (const { node, names } of texts)
      for (const name of names)
        for (const named of byName.get(name) ?? []) {
          if (named.object.id === node.object.id) continue
          if (!leaving) edges.push({ first: named, second: node, soft: true })
          else if (named.role === 'drop' || node.role === 'drop') edges.push({ first: node, second: named, soft: true })
        }
  }
  const textOf = ({ kind, attributes }: CatalogObject): string | undefined => kinds.named(kind).mentions?.(attributes)
  link([...nodes.create.values(), ...nodes.alter.values()], desired, ({ object }) => textOf(object), false)
  link(
    [...nodes.drop.values(), ...nodes.alter.values()],
    current,
    (node) => textOf('change' in node ? node.change.before : node.object),
    true,
  )
  return edges
}

/** The name by which a text speaks of an object: its own, or for what holds rows in another object (a column) that one's. */
function nameOf(object: CatalogObject, side: Side, kinds: Kinds): string | undefined {
  const kind = kinds.of(object)
  const parent = kinds.parentOf(object)
  if (parent !== undefined) {
    const whole = kinds.holdsData(object) ? side.get(parent) : undefined
    return whole && nameOf(whole, side, kinds)
  }
  if ((kind.slots?.(object.attributes) ?? []).length === 0) return undefined
  return (object.attributes as { name?: string }).name
}
