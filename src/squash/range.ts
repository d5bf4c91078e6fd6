import { TidemarkError } from '../errors/error.js'
import { ancestors, reach, standsOn, type Graph } from '../revisions/graph.js'
import { resolveRange, resolveRef } from '../revisions/refs.js'

/**
 * The revisions of a range, oldest first, where they are one line.
 * @throws TidemarkError TM305 to TM307, TM311 for the references; TM334 fewer than two, or branches among them.
 */
export function lineOf(text: string, graph: Graph): readonly string[] {
  const { from, to } = resolveRange(text, { graph }) ?? { from: [], to: resolveRef(text, { graph }) }
  const without = ancestors(graph, from)
  // What one of them depends on is not of its line.
  const wanted = reach(to, (id) => graph.nodes.get(id)!.parents)
  const ids = graph.order.filter((id) => wanted.has(id) && !without.has(id))
  if (ids.length < 2) throw tooFew(text, ids.length)
  ids.forEach((id, index) => {
    const { parents } = graph.nodes.get(id)!
    const before = ids[index - 1]
    if (before === undefined) return
    if (parents.length > 1) throw branches(graph, id, 'joins branches')
    const others = graph.children.get(before)!.filter((child) => child !== id)
    if (parents[0] !== before) throw branches(graph, id, 'does not stand on the one before it in the range')
    if (others.length > 0) throw branches(graph, before, `has ${others.length + 1} successors`)
  })
  refuseRound(graph, ids)
  return ids
}

/** What lies between two of them would have to come before the squash and after it. */
function refuseRound(graph: Graph, ids: readonly string[]): void {
  const inside = new Set(ids)
  for (const id of ids) {
    for (const needed of standsOn(graph.nodes.get(id)!)) {
      if (inside.has(needed)) continue
      const lower = [...ancestors(graph, [needed])].find((other) => inside.has(other))
      if (lower !== undefined) throw round(graph, id, needed, lower)
    }
  }
}

const named = (graph: Graph, id: string): string => `${id} (${graph.nodes.get(id)!.message})`

const tooFew = (range: string, count: number): TidemarkError =>
  new TidemarkError({
    code: 'TM334',
    what: `${range} ${count === 0 ? 'holds no revision' : 'is one revision'}; there is nothing to squash`,
    why: 'a range is without its left end, as everywhere',
    fix: 'name a range of several, as in: tidemark squash base:head',
  })

function branches(graph: Graph, id: string, does: string): TidemarkError {
  return new TidemarkError({
    code: 'TM334',
    subject: id,
    what: `the history branches inside the range: ${named(graph, id)} ${does}`,
    why: 'a squash is one line; a database may hold one branch and not the other',
    fix: 'squash the parts before and after it: `tidemark history` draws the branches',
  })
}

function round(graph: Graph, id: string, needed: string, lower: string): TidemarkError {
  return new TidemarkError({
    code: 'TM334',
    subject: id,
    what: `${named(graph, id)} depends on ${named(graph, needed)}, which comes after ${named(graph, lower)} of the same range`,
    why: 'it would have to be applied in the middle of the squash',
    fix: 'squash the parts before and after it',
  })
}
