import { reach, type Graph } from './graph.js'

/** A line of the history that a reference can name. */
export interface Branch {
  /** As it was written: a label, or a revision. */
  readonly name: string
  readonly members: ReadonlySet<string>
  /** The first of them. */
  readonly root: string
}

/**
 * The branch of a revision: all that stands on it, and what it stands on back to where the history forks or joins.
 * Dependencies do not count.
 */
export function branchOf(name: string, revision: string, graph: Graph): Branch {
  const members = reach([revision], (id) => graph.children.get(id) ?? [])
  let root = revision
  for (let below = alone(root, graph); below !== undefined; below = alone(root, graph)) {
    members.add(below)
    root = below
  }
  return { name, members, root }
}

/** The only parent, where it has no other child and is no merge. */
function alone(id: string, graph: Graph): string | undefined {
  const [parent, ...others] = graph.nodes.get(id)!.parents
  if (parent === undefined || others.length > 0) return undefined
  return graph.children.get(parent)!.length === 1 && graph.nodes.get(parent)!.parents.length <= 1 ? parent : undefined
}

/** Where a branch leaves the rest of the history. */
export const baseOf = ({ root }: Branch, graph: Graph): readonly string[] => graph.nodes.get(root)!.parents
