import { TidemarkError } from '../errors/error.js'
import { newRevisionId } from './file-name.js'
import type { Graph } from './graph.js'
import type { MigrationHead } from './migration.js'
import { requireName } from './names.js'
import { resolveRef, resolveRevision } from './refs.js'

/** Where a new revision is to stand, as a user says it. */
export interface Wish {
  readonly message: string
  /** References to what it stands on. */
  readonly heads: readonly string[]
  /** It may stand on what already has a successor. */
  readonly splice?: boolean
  readonly labels?: readonly string[]
  readonly dependsOn?: readonly string[]
  /** An id instead of one at random. */
  readonly revision?: string | undefined
}

/**
 * The head of a new migration.
 * @throws TidemarkError TM305 to TM307, TM311 for references; TM318 not a head; TM319 a name that is not possible or taken.
 */
export function placeRevision(graph: Graph, wish: Wish): MigrationHead {
  const { message, heads, splice = false, labels = [], dependsOn = [], revision = newRevisionId() } = wish
  requireName('revision id', revision)
  requireFree(graph, 'revision id', revision)
  for (const label of labels) {
    requireName('label', label)
    requireFree(graph, 'label', label)
  }
  const parents = [...new Set(heads.flatMap((ref) => resolveRef(ref, { graph })))]
  const passed = parents.find((id) => graph.children.get(id)!.length > 0)
  if (passed !== undefined && !splice) throw notAHead(graph, passed)
  const needs = dependsOn.map((ref) => resolveRevision(ref, { graph }))
  return {
    revision,
    parents,
    message,
    ...(labels.length === 0 ? {} : { labels }),
    ...(needs.length === 0 ? {} : { dependsOn: needs }),
  }
}

/** @throws TidemarkError TM319 */
export function requireFree(graph: Graph, what: 'revision id' | 'label' | 'tag', name: string): void {
  const holder = graph.nodes.has(name) ? name : (graph.labels.get(name) ?? graph.tags.get(name))
  if (holder === undefined) return
  const sort = graph.nodes.has(name) ? 'the id' : graph.labels.has(name) ? 'a label' : 'a tag'
  throw new TidemarkError({
    code: 'TM319',
    what: `${JSON.stringify(name)} cannot be a ${what}`,
    why: `it is ${sort} of ${holder} (${graph.nodes.get(holder)?.message ?? 'no file'})`,
    fix: 'choose another',
  })
}

function notAHead({ nodes, children }: Graph, id: string): TidemarkError {
  const [next] = children.get(id)!
  const named = (revision: string): string => `${revision} (${nodes.get(revision)!.message})`
  return new TidemarkError({
    code: 'TM318',
    what: `revision ${named(id)} is not a head: ${named(next!)} stands on it`,
    why: 'another revision on it makes a second head',
    fix: ['stand on a head: `tidemark heads` shows them', 'or say that a new branch is meant: --splice'],
  })
}
