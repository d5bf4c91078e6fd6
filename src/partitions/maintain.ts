import { setTimeout as sleep } from 'node:timers/promises'
import { statementDiagnostic } from '../database/postgres-error.js'
import { TidemarkError, type Diagnostic } from '../errors/error.js'
import { applicationName, describeBlocker, endBackend, type Blocker } from '../runner/backends.js'
import { everyRow, type Timeouts } from '../runner/execute.js'
import { serverFailure } from '../runner/failure.js'
import { event, signed, type Signature } from '../runner/ledger-statements.js'
import { ensureLedger } from '../runner/ledger-schema.js'
import { readLedger } from '../runner/ledger.js'
import { forgetHolder, lockLost, noteHolder, openLock, takeLock, type Holder, type Lock } from '../runner/lock.js'
import type { Origin } from '../runner/origin.js'
import { openSession, StatementError, type Session } from '../runner/session.js'
import { watchBlockers } from '../runner/watch.js'
import type { PartitionAction } from './plan.js'

/** An action that did not succeed; the others went on. */
export interface FailedAction {
  readonly action: PartitionAction
  readonly diagnostic: Diagnostic
}

export interface MaintenanceResult {
  readonly done: readonly PartitionAction[]
  readonly failed: readonly FailedAction[]
  /** What is due and cannot be done: somebody has to decide. */
  readonly blocked: readonly PartitionAction[]
}

/** What carries out actions: the session, the lock of the database and who writes the event log. */
export interface Maintenance {
  readonly session: Session
  readonly lock: Lock
  readonly by: Signature
  readonly timeouts: Timeouts
}

export interface MaintainOptions {
  readonly url: string
  readonly origin: Origin
  readonly timeouts: Timeouts
  /** How long to wait for another run, in milliseconds. */
  readonly lockWait: number
  /** Decides what is to be done; asked again after each round, until nothing is left. */
  readonly plan: (ask: Session['query']) => Promise<readonly PartitionAction[]>
  /** Does what a detached partition waits for and SQL cannot do. */
  readonly archive?: (action: PartitionAction) => Promise<void>
  readonly onAction?: (action: PartitionAction) => void
  readonly onLockWait?: (holder: Holder | undefined) => void
  readonly onInterrupt?: (cleanup: () => Promise<unknown>) => () => void
}

/**
 * Brings partitions to what their policies say, an action a transaction, under the lock of the database. It may be killed
 * anywhere: the next run finds in the catalog what is left to do.
 *
 * @throws TidemarkError TM321, TM322 and those of connections; what one action fails with is in the result
 */
export async function maintain(options: MaintainOptions): Promise<MaintenanceResult> {
  const { url, origin } = options
  const connection = await openLock(url, 'partitions', origin)
  try {
    if ((await options.plan(connection.connection.ask)).length === 0) return { done: [], failed: [], blocked: [] }
    const lock = await takeLock(connection, options.lockWait, options.onLockWait)
    const session = await openSession(url, applicationName('run', 'partitions', origin))
    const forget = options.onInterrupt?.(() => endBackend(lock.connection.ask, session.application))
    try {
      await ensureLedger(session, await readLedger(session.query), origin)
      await session.send([noteHolder(lock.backend, 'partitions', origin)])
      return await rounds(options, { session, lock, by: signed(origin), timeouts: options.timeouts })
    } finally {
      forget?.()
      if (!session.isLost() && !lock.isLost())
        await session.send([`ROLLBACK; ${forgetHolder(lock.backend)}`]).catch(() => {})
      await session.close()
    }
  } catch (error) {
    throw serverFailure(error)
  } finally {
    await connection.close()
  }
}

/** What one round did may leave more to do: a partition that was filled from the default one has expired already. */
async function rounds(options: MaintainOptions, work: Maintenance): Promise<MaintenanceResult> {
  const done: PartitionAction[] = []
  const failed: FailedAction[] = []
  const tried = new Set<string>()
  for (;;) {
    const plan = await options.plan(work.session.query)
    const todo = plan.filter((action) => action.problem === null && !tried.has(keyOf(action)))
    if (todo.length === 0) return { done, failed, blocked: plan.filter(({ problem }) => problem !== null) }
    for (const action of todo) {
      tried.add(keyOf(action))
      options.onAction?.(action)
      try {
        await carryOut(action, work, options.archive)
        done.push(action)
      } catch (error) {
        if (work.session.isLost() || work.lock.isLost()) throw error
        failed.push({ action, diagnostic: diagnosticOf(error, action) })
      }
    }
  }
}

const keyOf = ({ action, partition, from, reason }: PartitionAction): string =>
  `${action} ${partition} ${from} ${reason}`

const isArchiving = ({ action, alone, prepare }: PartitionAction): boolean =>
  action === 'archive' && alone === null && prepare === null

async function carryOut(
  action: PartitionAction,
  work: Maintenance,
  archive: MaintainOptions['archive'],
): Promise<void> {
  if (isArchiving(action)) {
    return await archive?.(action)
  }
  const { prepare, alone, statements } = action
  const detail = {
    table: action.table,
    partition: action.partition,
    from: action.from,
    to: action.to,
    reason: action.reason,
  }
  const record = event(`partition ${action.action}`, null, work.by, detail)
  if (alone === null) return await inTransaction([...(prepare ?? []), ...statements, record], work)
  if (prepare !== null) await inTransaction(prepare, work)
  try {
    await patiently(work, async () => {
      await work.session.send([`SET lock_timeout = ${work.timeouts.lock}`])
      await work.session.send([alone])
    })
  } catch (error) {
    // A detach that did not get its second lock: the next round finishes it.
    if (error instanceof StatementError && /pending detach/.test(error.message)) return
    throw error
  }
  await inTransaction([...statements, record], work)
}

/** Runs statements in one transaction, again where a lock was not to be had. */
export async function inTransaction(statements: readonly string[], work: Maintenance): Promise<void> {
  await patiently(work, (count) => {
    const timeout = `SET LOCAL lock_timeout = ${patience(count, work.timeouts)}`
    return work.session.send([['BEGIN', timeout, everyRow, ...statements, 'COMMIT'].join(';\n')])
  })
}

/** Everybody queues behind a statement that waits for the table: at first for a moment, and longer only where that is not enough. */
const patience = (count: number, { lock }: Timeouts): number =>
  lock === 0 ? 0 : Math.min(lock, 100 * 2 ** Math.max(0, count - 4))

const worthRetrying: ReadonlySet<string> = new Set(['55P03', '40P01'])

async function patiently(
  { session, lock, timeouts }: Maintenance,
  run: (count: number) => Promise<void>,
): Promise<void> {
  let blockers: readonly Blocker[] = []
  for (let count = 1; ; count++) {
    const watch = watchBlockers(lock, session.application, timeouts.lock, (found) => (blockers = found))
    try {
      return await Promise.race([run(count), lock.lost])
    } catch (error) {
      if (lock.isLost()) throw lockLost()
      if (session.isLost() || !(error instanceof StatementError)) throw error
      await session.rollback()
      if (count >= timeouts.attempts || !worthRetrying.has(error.reason.code)) {
        const waited = blockers.map((blocker) => `it waited for ${describeBlocker(blocker)}`).join('\n')
        throw waited === '' ? error : new StatementError(error.index, Object.assign(error.reason, { detail: waited }))
      }
    } finally {
      await watch.stop()
    }
    await sleep(Math.min(500 * 2 ** (count - 1), 15_000) * (0.75 + Math.random() / 2))
  }
}

function diagnosticOf(error: unknown, { partition }: PartitionAction): Diagnostic {
  if (error instanceof StatementError) return statementDiagnostic(error.reason, { subject: partition })
  if (error instanceof TidemarkError) return error.diagnostics[0]!
  throw error
}
