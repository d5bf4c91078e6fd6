import { TidemarkError, type DiagnosticInput } from '../errors/error.js'

/** What the graph needs of a revision; one without a file is known from the ledger only. */
export interface Node {
  readonly revision: string
  readonly parents: readonly string[]
  /** Revisions of other branches that have to be applied before it. */
  readonly dependsOn?: readonly string[]
  readonly labels?: readonly string[]
  readonly message: string
  /** Shown in errors, and what unrelated revisions are ordered by. */
  readonly file?: string
}

/** The history: revisions by id, with both directions of ancestry. */
export interface Graph<N extends Node = Node> {
  readonly nodes: ReadonlyMap<string, N>
  readonly children: ReadonlyMap<string, readonly string[]>
  /** Which revisions have one in their `dependsOn`. */
  readonly dependents: ReadonlyMap<string, readonly string[]>
  /** What has to be applied first comes first; unrelated revisions in the order of their file names. */
  readonly order: readonly string[]
  /** Revisions that are nobody's parent, in `order`. */
  readonly heads: readonly string[]
  /** Which revision a branch label stands at. */
  readonly labels: ReadonlyMap<string, string>
  /** Which revision a tag names. */
  readonly tags: ReadonlyMap<string, string>
  /** Which revision stands for one that is not here: see `squashed.ts`. */
  readonly standIns: ReadonlyMap<string, StandIn>
}

/** What counts in the place of a revision. */
export interface StandIn {
  readonly revision: string
  /** Both leave a database in the same state: the last of what was squashed. */
  readonly same: boolean
}

export interface GraphNames {
  readonly tags?: ReadonlyMap<string, string>
  readonly standIns?: ReadonlyMap<string, StandIn>
}

/**
 * Builds the graph of a history.
 * @throws TidemarkError TM301 two files with one revision id, TM302 a parent or dependency that is not there, TM303 a
 * cycle, TM316 two files with one label.
 */
export function buildGraph<N extends Node>(
  list: readonly N[],
  { tags = new Map(), standIns = new Map() }: GraphNames = {},
): Graph<N> {
  const problems: DiagnosticInput[] = []
  const nodes = new Map<string, N>()
  const labels = new Map<string, string>()
  for (const node of list) {
    const other = nodes.get(node.revision)
    if (other !== undefined) {
      problems.push(duplicate(other, node))
      continue
    }
    nodes.set(node.revision, node)
    for (const label of node.labels ?? []) {
      const holder = nodes.get(labels.get(label) ?? '')
      if (holder === undefined) labels.set(label, node.revision)
      else problems.push(duplicateLabel(label, holder, node))
    }
  }
  const above = (
    lower: (node: N) => readonly string[],
    missing: typeof missingParent,
  ): Map<string, readonly string[]> => {
    const found = new Map<string, readonly string[]>()
    for (const id of nodes.keys()) found.set(id, none)
    for (const node of nodes.values()) {
      for (const id of distinct(lower(node))) {
        const list = found.get(id)
        if (list === undefined) problems.push(missing(node, id))
        else if (list === none) found.set(id, [node.revision])
        else (list as string[]).push(node.revision)
      }
    }
    return found
  }
  const children = above(({ parents }) => parents, missingParent)
  const dependents = above(({ dependsOn = none }) => dependsOn, missingDependency)
  if (problems.length > 0) throw new TidemarkError(problems)
  const order = topological(nodes, (id) => {
    const others = dependents.get(id)!
    return others === none ? children.get(id)! : distinct([...children.get(id)!, ...others])
  })
  if (order.length < nodes.size) throw new TidemarkError(cycle(nodes, new Set(order)))
  const heads = order.filter((id) => children.get(id)!.length === 0)
  return { nodes, children, dependents, order, heads, labels, tags, standIns }
}

const none: readonly string[] = []
const distinct = (ids: readonly string[]): readonly string[] => (ids.length < 2 ? ids : [...new Set(ids)])

/** All that has to be applied before a revision can be. */
export const standsOn = ({ parents, dependsOn = none }: Node): readonly string[] =>
  distinct(dependsOn.length === 0 ? parents : [...parents, ...dependsOn])

/** The revisions themselves and everything that has to be applied before them. */
export function ancestors(graph: Graph, revisions: readonly string[]): Set<string> {
  return reach(revisions, (id) => (graph.nodes.has(id) ? standsOn(graph.nodes.get(id)!) : []))
}

/** The revisions themselves and everything that cannot stay without them. */
export function descendants(graph: Graph, revisions: readonly string[]): Set<string> {
  return reach(revisions, (id) => [...(graph.children.get(id) ?? []), ...(graph.dependents.get(id) ?? [])])
}

/** The members of a set that none of its other members has as a parent: what a database is "at". */
export function tips(graph: Graph, set: ReadonlySet<string>): readonly string[] {
  return graph.order.filter((id) => set.has(id) && !graph.children.get(id)!.some((child) => set.has(child)))
}

/** A set with all that is reached from it. */
export function reach(from: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const seen = new Set(from)
  for (const id of seen) for (const neighbour of next(id)) seen.add(neighbour)
  return seen
}

function sortKey(node: Node): string {
  return `${node.file?.replace(/^.*[\\/]/, '') ?? ''}\0${node.revision}`
}

/** Kahn's algorithm; what is ready at once is taken in the order of file names, then of ids. */
function topological(nodes: ReadonlyMap<string, Node>, above: (id: string) => Iterable<string>): string[] {
  // Most histories are lines, in which nothing is compared.
  const keys = new Map<string, string>()
  const keyOf = (id: string): string => {
    const key = keys.get(id) ?? sortKey(nodes.get(id)!)
    keys.set(id, key)
    return key
  }
  const before = (a: string, b: string): boolean => keyOf(a) < keyOf(b)
  const waiting = new Map<string, number>()
  for (const [id, node] of nodes) waiting.set(id, standsOn(node).length)
  const ready = [...nodes.keys()].filter((id) => waiting.get(id) === 0).sort((a, b) => (before(a, b) ? 1 : -1))
  const order: string[] = []
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    order.push(id)
    for (const child of above(id)) {
      const left = waiting.get(child)! - 1
      waiting.set(child, left)
      if (left > 0) continue
      let low = 0
      for (let high = ready.length; low < high;) {
        const middle = (low + high) >> 1
        if (before(child, ready[middle]!)) low = middle + 1
        else high = middle
      }
      ready.splice(low, 0, child)
    }
  }
  return order
}

/** The file with its folder, as it is recognised in a review. */
const named = (node: Node): string => node.file?.split(/[\\/]/).slice(-2).join('/') ?? node.revision

function duplicate(first: Node, second: Node): DiagnosticInput {
  return {
    code: 'TM301',
    subject: second.revision,
    what: `two migration files have the revision id ${second.revision}:\n${named(first)}\n${named(second)}`,
    why: 'an id names one place in the history; the ledger could not tell the two apart',
    fix: 'give one of them an id of its own (twelve hexadecimal digits) and update the parents that mean it',
    ...(second.file === undefined ? {} : { at: { file: second.file } }),
  }
}

function missingParent(node: Node, parent: string): DiagnosticInput {
  return {
    code: 'TM302',
    subject: node.revision,
    what: `revision ${node.revision} names the parent ${parent}, and no migration file has this id`,
    why: 'revisions are applied by ancestry; without the parent its place in the history is unknown',
    fix: [
      'restore the missing file (a merge or a rebase may have lost it)',
      `or change \`parents\` of ${named(node)} to a revision that exists`,
    ],
    ...(node.file === undefined ? {} : { at: { file: node.file } }),
  }
}

function missingDependency(node: Node, id: string): DiagnosticInput {
  return {
    ...missingParent(node, id),
    what: `revision ${node.revision} depends on ${id}, and no migration file has this id`,
    why: 'a revision is applied after all that it depends on',
    fix: [
      'restore the missing file (a merge or a rebase may have lost it)',
      `or change \`dependsOn\` of ${named(node)} to a revision that exists`,
    ],
  }
}

function duplicateLabel(label: string, first: Node, second: Node): DiagnosticInput {
  return {
    code: 'TM316',
    subject: label,
    what: `two revisions have the label ${label}:\n${named(first)}\n${named(second)}`,
    why: 'a label names one branch; all that stands on the labelled revision belongs to it anyway',
    fix: 'take it out of one of the files',
    ...(second.file === undefined ? {} : { at: { file: second.file } }),
  }
}

/** Walks parents from a revision that no order could hold until one comes up again. */
function cycle(nodes: ReadonlyMap<string, Node>, ordered: ReadonlySet<string>): DiagnosticInput {
  const path: string[] = []
  let id = [...nodes.keys()].find((candidate) => !ordered.has(candidate))!
  while (!path.includes(id)) {
    path.push(id)
    id = standsOn(nodes.get(id)!).find((lower) => !ordered.has(lower))!
  }
  const round = path.slice(path.indexOf(id)).reverse()
  const start = round.indexOf([...round].sort()[0]!)
  const loop = [...round.slice(start), ...round.slice(0, start)]
  const file = nodes.get(loop[0]!)!.file
  const depends = loop.some((member) => nodes.get(member)!.dependsOn?.some((lower) => loop.includes(lower)))
  return {
    code: 'TM303',
    subject: loop[0]!,
    what: `${depends ? 'the parents and dependencies' : 'the parents'} of these migration files form a cycle:\n${loop.map((member) => named(nodes.get(member)!)).join('\n')}`,
    why: `${[...loop, loop[0]].join(' → ')}: none of them can be the first to be applied`,
    fix: `correct \`parents\`${depends ? ' or `dependsOn`' : ''} in one of the files`,
    ...(file === undefined ? {} : { at: { file } }),
  }
}
