import { TidemarkError } from '../errors/error.js'
import { ancestors, tips } from '../revisions/graph.js'
import type { History } from '../revisions/load.js'
import { resolveRef } from '../revisions/refs.js'
import { applicationName } from './backends.js'
import { serverFailure } from './failure.js'
import { ensureLedger } from './ledger-schema.js'
import { readLedger } from './ledger.js'
import { recordStamp, recordUnstamp, signed, type Entry } from './ledger-statements.js'
import { acquireLock, forgetHolder, noteHolder } from './lock.js'
import type { Origin } from './origin.js'
import { stateOf, type Known, type State } from './route.js'
import { openSession, type Session } from './session.js'

export interface StampOptions {
  readonly url: string
  readonly history: History
  readonly refs: readonly string[]
  readonly origin: Origin
  /** In milliseconds. */
  readonly lockWait: number
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
  const session = await openSession(options.url, applicationName('run', 'stamp', options.origin))
  try {
    resolveTarget(stateOf(options.history, await readLedger(session.sql)), options.refs)
    const lock = await acquireLock(options.url, { command: 'stamp', origin: options.origin, wait: options.lockWait })
    try {
      await ensureLedger(session, await readLedger(session.sql), options.origin)
      await session.send([noteHolder(lock.backend, 'stamp', options.origin)])
      return await record(session, options)
    } finally {
      if (!session.isLost()) await session.send([forgetHolder(lock.backend)]).catch(() => {})
      await lock.release()
    }
  } catch (error) {
    throw serverFailure(error)
  } finally {
    await session.close()
  }
}

function resolveTarget(state: State, refs: readonly string[]): Set<string> {
  const context = { graph: state.graph, applied: state.applied }
  return ancestors(
    state.graph,
    refs.flatMap((ref) => resolveRef(ref, context)),
  )
}

async function record(session: Session, { history, refs, origin }: StampOptions): Promise<StampResult> {
  const state = stateOf(history, await readLedger(session.sql))
  const target = resolveTarget(state, refs)
  const added = state.graph.order.filter((id) => target.has(id) && !state.applied.has(id))
  const removed = state.graph.order.filter((id) => !target.has(id) && state.touched.has(id)).reverse()
  const by = signed(origin)
  const statements = [
    ...removed.flatMap((id) => recordUnstamp(id, by)),
    ...added.flatMap((id) => recordStamp(entryOf(state.graph.nodes.get(id)!), state.touched.has(id), by)),
  ]
  if (statements.length > 0) {
    try {
      await session.send(['BEGIN'])
      await session.send([...statements, 'COMMIT'])
    } catch (error) {
      if (!session.isLost()) await session.sql.unsafe('ROLLBACK').simple()
      throw error
    }
  }
  return { added, removed, current: tips(state.graph, target) }
}

function entryOf({ revision, parents, message, migration }: Known): Entry {
  if (migration !== undefined)
    return { revision, parents, message, checksum: migration.checksum, steps: migration.steps }
  throw new TidemarkError({
    code: 'TM309',
    what: `revision ${revision} (${message}) is half applied and has no migration file`,
    why: 'its way back could not be recorded',
    fix: 'check out the files that belong to this database',
  })
}
