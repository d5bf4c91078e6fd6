import { TidemarkError } from '../errors/error.js'
import { ancestors, standsOn, tips } from '../revisions/graph.js'
import type { History } from '../revisions/load.js'
import { resolveRef } from '../revisions/refs.js'
import { changeLedger, type ChangeOptions } from './change-ledger.js'
import { event, recordStamp, recordUnstamp, signed, signedByRunner, type Entry } from './ledger-statements.js'
import type { Origin } from './origin.js'
import { stateOf, type Known, type State } from './route.js'

export interface StampOptions extends ChangeOptions {
  readonly refs: readonly string[]
  /** Forgets everything first, so that what is recorded is what the files say now. */
  readonly purge?: boolean
  /** Said in the log of events beside each revision: where the knowledge comes from. */
  readonly because?: Readonly<Record<string, unknown>>
  /** Looks at what would be stamped, under the lock; what it throws keeps the ledger as it is. */
  readonly before?: (target: readonly string[]) => Promise<void>
}

export interface StampResult {
  /** Recorded as applied. */
  readonly added: readonly string[]
  /** Taken out of the ledger. */
  readonly removed: readonly string[]
  readonly current: readonly string[]
}

/**
 * Records that a database is at these revisions: they and all that they stand on are applied, nothing else is. Runs no
 * statement of any migration.
 *
 * @throws TidemarkError TM305 to TM307, TM311 for the references; TM321; TM031, TM032.
 */
export async function stamp(options: StampOptions): Promise<StampResult> {
  const { refs } = options
  return changeLedger(
    options,
    'stamp',
    (state) => void resolveTarget(state, refs),
    (state) => change(state, options),
  )
}

function resolveTarget(state: State, refs: readonly string[]): Set<string> {
  const context = { graph: state.graph, applied: state.applied }
  return ancestors(
    state.graph,
    refs.flatMap((ref) => resolveRef(ref, context)),
  )
}

async function change(
  state: State,
  { refs, origin, purge = false, because, before }: StampOptions,
): Promise<{ statements: readonly string[]; result: StampResult }> {
  const target = resolveTarget(state, refs)
  await before?.(tips(state.graph, target))
  const added = state.graph.order.filter((id) => target.has(id) && (purge || !state.applied.has(id)))
  const removed = state.graph.order.filter((id) => (purge || !target.has(id)) && state.touched.has(id)).reverse()
  const by = signed(origin)
  const statements = [
    ...removed.flatMap((id) => recordUnstamp(id, by)),
    ...added.flatMap((id) =>
      recordStamp(entryOf(state.graph.nodes.get(id)!), !purge && state.touched.has(id), by, because),
    ),
  ]
  return { statements, result: { added, removed, current: tips(state.graph, target) } }
}

function entryOf(known: Known): Entry {
  const { revision, message, migration } = known
  if (migration !== undefined)
    return { revision, parents: standsOn(known), message, checksum: migration.checksum, steps: migration.steps }
  throw new TidemarkError({
    code: 'TM309',
    what: `revision ${revision} (${message}) is half applied and has no migration file`,
    why: 'its way back could not be recorded',
    fix: 'check out the files that belong to this database',
  })
}

/**
 * The statements that stamp any database, whatever its ledger says: it is emptied first.
 * @throws TidemarkError TM305 to TM307, TM311 for the references.
 */
export function stampStatements(history: History, refs: readonly string[], origin: Origin): readonly string[] {
  const state = stateOf(history, { version: new Set(), rows: new Map() })
  const target = resolveTarget(state, refs)
  const by = signedByRunner(origin)
  return [
    'DELETE FROM tidemark.revision',
    event('purge', null, by),
    ...state.graph.order
      .filter((id) => target.has(id))
      .flatMap((id) => recordStamp(entryOf(state.graph.nodes.get(id)!), false, by)),
  ]
}
