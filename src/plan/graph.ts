/** A directed graph of what has to come before what. */
export class Graph<N> {
  readonly #after = new Map<N, Set<N>>()

  add(node: N): void {
    if (!this.#after.has(node)) this.#after.set(node, new Set())
  }

  /** `first` has to come before `second`. Both must have been added. */
  mustPrecede(first: N, second: N): void {
    if (first !== second) this.#after.get(first)!.add(second)
  }

  /** A topological order; among nodes that could come next the one with the smallest key comes. Undefined on a cycle. */
  order(compare: (a: N, b: N) => number): N[] | undefined {
    const waiting = new Map<N, number>()
    for (const node of this.#after.keys()) waiting.set(node, 0)
    for (const nexts of this.#after.values()) for (const next of nexts) waiting.set(next, waiting.get(next)! + 1)
    const ready = new Heap(compare)
    for (const [node, count] of waiting) if (count === 0) ready.push(node)
    const order: N[] = []
    for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
      order.push(node)
      for (const next of this.#after.get(node)!) {
        const count = waiting.get(next)! - 1
        waiting.set(next, count)
        if (count === 0) ready.push(next)
      }
    }
    return order.length === waiting.size ? order : undefined
  }

  /** The sets of nodes that lie on common cycles (Tarjan's strongly connected components of more than one node). */
  cycles(): N[][] {
    const index = new Map<N, number>()
    const low = new Map<N, number>()
    const stack: N[] = []
    const onStack = new Set<N>()
    const found: N[][] = []
    const open = (node: N) => {
      index.set(node, index.size)
      low.set(node, index.get(node)!)
      stack.push(node)
      onStack.add(node)
      return { node, nexts: this.#after.get(node)!.values() }
    }
    for (const root of this.#after.keys()) {
      if (index.has(root)) continue
      // A stack of our own: a chain of thousands of foreign keys must not exhaust JavaScript's.
      const work = [open(root)]
      while (work.length > 0) {
        const { node, nexts } = work.at(-1)!
        const { value: next, done } = nexts.next()
        if (!done) {
          if (!index.has(next)) work.push(open(next))
          else if (onStack.has(next)) low.set(node, Math.min(low.get(node)!, index.get(next)!))
          continue
        }
        work.pop()
        const above = work.at(-1)?.node
        if (above !== undefined) low.set(above, Math.min(low.get(above)!, low.get(node)!))
        if (low.get(node) !== index.get(node)) continue
        const component: N[] = []
        for (let member = stack.pop()!; ; member = stack.pop()!) {
          onStack.delete(member)
          component.push(member)
          if (member === node) break
        }
        if (component.length > 1) found.push(component)
      }
    }
    return found
  }
}

class Heap<N> {
  readonly #items: N[] = []
  readonly #compare: (a: N, b: N) => number

  constructor(compare: (a: N, b: N) => number) {
    this.#compare = compare
  }

  push(item: N): void {
    const items = this.#items
    let at = items.push(item) - 1
    while (at > 0) {
      const up = (at - 1) >> 1
      if (this.#compare(items[at]!, items[up]!) >= 0) break
      ;[items[at], items[up]] = [items[up]!, items[at]!]
      at = up
    }
  }

  pop(): N | undefined {
    const items = this.#items
    const top = items[0]
    const last = items.pop()
    if (top === undefined || items.length === 0) return top
    items[0] = last!
    for (let at = 0; ;) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < items.length && this.#compare(items[child]!, items[least]!) < 0) least = child
      if (least === at) return top
      ;[items[at], items[least]] = [items[least]!, items[at]!]
      at = least
    }
  }
}
