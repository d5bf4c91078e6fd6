import type { Config } from '../config/config.js'
import { ancestors } from '../revisions/graph.js'
import { afterWrite } from '../revisions/after-write.js'
import type { History } from '../revisions/load.js'
import type { MigrationHead } from '../revisions/migration.js'
import { placeRevision, type Wish } from '../revisions/place.js'
import { resolveRef, resolveRevision } from '../revisions/refs.js'
import { writeMigration } from '../revisions/write.js'
import type { State } from '../runner/route.js'
import { rebase, ownPart, type Moved } from './rebase.js'
import { alreadyApplied, alreadyBelow, belowSeveral, tooFew } from './refusals.js'

/**
 * The revisions that a merge joins; fewer than two when there is nothing to merge.
 * @throws TidemarkError TM305 to TM307, TM311 for the references; TM328.
 */
export function revisionsToMerge({ graph }: History, refs: readonly string[]): readonly string[] {
  if (refs.length === 0) return graph.heads
  const named = [...new Set(refs.flatMap((ref) => resolveRef(ref, { graph })))]
  if (named.length < 2) throw tooFew(refs)
  for (const upper of named) {
    const below = ancestors(graph, [upper])
    const lower = named.find((id) => id !== upper && below.has(id))
    if (lower !== undefined) throw alreadyBelow(graph, upper, lower)
  }
  return named
}

/** Writes the revision that joins others. Its file has no steps. */
export async function writeMerge(
  { graph }: History,
  parents: readonly string[],
  wish: Omit<Wish, 'heads' | 'message'> & { readonly message?: string | undefined },
  config: Config,
): Promise<MigrationHead & { readonly file: string }> {
  const message = wish.message ?? `merge ${parents.map((id) => graph.nodes.get(id)!.message).join(' and ')}`
  const head = placeRevision(graph, { ...wish, message, heads: parents })
  const file = await writeMigration({ head, steps: [] }, config.migrations, new Date(), config.fileName)
  await afterWrite(file, config)
  return { ...head, file }
}

/**
 * The head whose branch is to be moved: that of `ref`, else the newest that the database holds nothing of.
 * @throws TidemarkError TM305 to TM307 for the reference; TM329.
 */
export function headToMove(
  history: History,
  { applied }: Pick<State, 'applied'>,
  ref: string | undefined,
  database: string,
): string {
  const { graph } = history
  const isHeld = (head: string): string | undefined =>
    ownPart(history, head, othersThan(history, head)).find((id) => applied.has(id))
  if (ref === undefined) {
    const free = graph.heads.findLast((head) => isHeld(head) === undefined)
    if (free === undefined)
      throw alreadyApplied(
        graph,
        graph.heads.map((head) => isHeld(head)!),
        database,
        false,
      )
    return free
  }
  const revision = resolveRevision(ref, { graph, applied })
  const [head, ...others] = graph.heads.filter((id) => ancestors(graph, [id]).has(revision))
  if (others.length > 0) throw belowSeveral(graph, revision)
  const held = isHeld(head!)
  if (held !== undefined) throw alreadyApplied(graph, [held], database, true)
  return head!
}

const othersThan = ({ graph }: History, head: string): readonly string[] => graph.heads.filter((id) => id !== head)

/** Puts the branch of a head on top of all other heads. */
export const moveBranch = (history: History, head: string): Promise<readonly Moved[]> =>
  rebase(history, head, othersThan(history, head))
