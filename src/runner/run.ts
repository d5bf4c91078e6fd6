import { tips } from '../revisions/graph.js'
import type { History } from '../revisions/load.js'
import { sendAhead } from './ahead.js'
import { applicationName, endBackend } from './backends.js'
import { checkLegs } from './checks.js'
import type { BackfillProgress } from './backfill.js'
import { execute, type Timeouts, type Wait, type Work } from './execute.js'
import { serverFailure } from './failure.js'
import { ensureLedger } from './ledger-schema.js'
import { readLedger, withStoredSteps } from './ledger.js'
import { callHook, planOf, plannedMigration, type Hooks } from './hooks.js'
import { signed, type Entry } from './ledger-statements.js'
import { forgetHolder, noteHolder, openLock, takeLock, type Holder, type Lock, type LockConnection } from './lock.js'
import type { Origin } from './origin.js'
import { stateOf, type Leg, type State } from './route.js'
import { withSecrets } from './secrets.js'
import { segments } from './segments.js'
import { recordSquashes } from './squashes.js'
import { openSession, type Session } from './session.js'

/** What a run tells while it is at work. */
export interface RunEvents {
  /** Another run holds the lock. */
  onLockWait?(holder: Holder | undefined): void
  /** The lock is held and this will run. */
  onStart?(legs: readonly Leg[]): void
  onLeg?(leg: Leg): void
  onLegDone?(leg: Leg, durationMs: number): void
  onWait?(wait: Wait): void
  /** A batch of a backfill is committed. */
  onBatch?(progress: BackfillProgress): void
}

export interface RunOptions {
  readonly url: string
  readonly command: 'up' | 'down'
  readonly history: History
  /** Decides what is to be done; asked again once the lock is held. */
  readonly route: (state: State) => readonly Leg[]
  readonly origin: Origin
  readonly env: NodeJS.ProcessEnv
  /** How long to wait for another run, in milliseconds. */
  readonly lockWait: number
  readonly timeouts: Timeouts
  readonly events?: RunEvents
  readonly hooks?: Hooks
  /** Registers what has to be done when the process is interrupted; gives what takes it back. */
  readonly onInterrupt?: (cleanup: () => Promise<unknown>) => () => void
}

/** A migration that was run. */
export interface RunLeg {
  readonly leg: Leg
  readonly durationMs: number
}

export interface RunResult {
  readonly done: readonly RunLeg[]
  /** What the database is at now. */
  readonly current: readonly string[]
}

/**
 * Runs the migrations of a route under the lock of the database, each committed with its entry in the ledger.
 * What was committed before a failure stays.
 *
 * @throws TidemarkError those of the route, of `checkLegs`, `acquireLock` and `execute`.
 */
export async function run(options: RunOptions): Promise<RunResult> {
  const { url, history, command, origin, env } = options
  const lock = await openLock(url, command, origin)
  try {
    const ledger = await readLedger(lock.connection.ask)
    const state = stateOf(history, ledger)
    const legs = options.route(state)
    if (legs.length === 0 && state.unrecorded.length === 0) return resultOf(state, [])
    // What cannot run is refused before anyone is kept waiting; once the lock is held it is looked at again.
    checkLegs(legs, env)
    return await underLock(options, lock)
  } catch (error) {
    throw serverFailure(error)
  } finally {
    await lock.close()
  }
}

async function underLock(options: RunOptions, connection: LockConnection): Promise<RunResult> {
  const { url, command, origin, events } = options
  const lock = await takeLock(connection, options.lockWait, (holder) => events?.onLockWait?.(holder))
  const session = await openSession(url, applicationName('run', command, origin))
  const forgetInterrupt = options.onInterrupt?.(() => endBackend(lock.connection.ask, session.application))
  try {
    const ledger = await readLedger(session.query)
    // Loading it takes longer than anything else here: the server works meanwhile.
    const umzug = import('./umzug.js')
    await ensureLedger(session, ledger, origin)
    const state = stateOf(options.history, ledger)
    const legs = await withStoredSteps(options.route(state), session.query)
    const ids = legs.map(({ revision }) => revision)
    await session.send([noteHolder(lock.backend, command, origin, ids)])
    checkLegs(legs, options.env)
    await recordSquashes(state, session, signed(origin))
    return resultOf(state, legs.length === 0 ? [] : await carry(await umzug, legs, options, session, lock))
  } finally {
    forgetInterrupt?.()
    // A statement may still run when the lock was lost; nothing can be said behind it.
    if (!session.isLost() && !lock.isLost())
      await session.send([`ROLLBACK; ${forgetHolder(lock.backend)}`]).catch(() => {})
    await session.close()
  }
}

function resultOf(state: State, done: readonly RunLeg[]): RunResult {
  const applied = new Set(state.applied)
  for (const { leg } of done) {
    if (leg.heading === 'up') applied.add(leg.revision)
    else applied.delete(leg.revision)
  }
  return { done, current: tips(state.graph, applied) }
}

/**
 * umzug carries the list. It is given explicit names in our order and a storage that writes nothing, because an entry in
 * the ledger is committed with what it speaks of (umzug's own `logMigration` comes after the commit).
 */
async function carry(
  { Umzug, MigrationError }: typeof import('./umzug.js'),
  legs: readonly Leg[],
  options: RunOptions,
  session: Session,
  lock: Lock,
): Promise<readonly RunLeg[]> {
  const { command, events, env, origin, timeouts, hooks = {} } = options
  const plan = planOf(options.url, command, legs)
  const done: RunLeg[] = []
  const work: Work = {
    session,
    lock,
    by: signed(origin),
    toText: withSecrets(env),
    env,
    timeouts,
    onWait: (wait) => events?.onWait?.(wait),
    onBatch: (progress) => events?.onBatch?.(progress),
  }
  const names = legs.map((leg) => leg.revision)
  const ahead = sendAhead(work, legs as readonly (Leg & Entry)[])
  // What is called between two migrations must find the second one not yet run.
  const takes = (leg: Leg & Entry): boolean => !hooks.beforeEach && !hooks.afterEach && ahead.takes(leg)
  const runLeg = async (leg: Leg & Entry, next: (Leg & Entry) | undefined): Promise<void> => {
    if (takes(leg) && (await ahead.run(leg))) return
    const following = next === undefined || takes(next) ? undefined : segments(next.steps, next.heading, next.position)
    await execute(leg, work, following?.[0])
  }
  const carryLeg = (leg: Leg, next: Leg | undefined) => async (): Promise<void> => {
    const start = performance.now()
    events?.onLeg?.(leg)
    const { revision } = leg
    const before = `migration ${revision} and those after it were not run`
    await callHook('beforeEach', () => hooks.beforeEach?.(plannedMigration(leg), plan), before)
    await runLeg(leg as Leg & Entry, next as (Leg & Entry) | undefined)
    const durationMs = Math.round(performance.now() - start)
    done.push({ leg, durationMs })
    events?.onLegDone?.(leg, durationMs)
    await callHook(
      'afterEach',
      () => hooks.afterEach?.(plannedMigration(leg), plan),
      `migration ${revision} is committed`,
    )
  }
  const umzug = new Umzug({
    migrations: legs.map((leg, index) => {
      const runLeg = carryLeg(leg, legs[index + 1])
      return { name: leg.revision, up: runLeg, down: runLeg }
    }),
    storage: {
      executed: async () => (command === 'down' ? names : []),
      logMigration: async () => {},
      unlogMigration: async () => {},
    },
    logger: undefined,
  })
  events?.onStart?.(legs)
  try {
    await callHook('beforeAll', () => hooks.beforeAll?.(plan), 'nothing was run')
    await umzug[command]({ migrations: names })
    await callHook('afterAll', () => hooks.afterAll?.(plan), 'all migrations are committed')
  } catch (thrown) {
    const error: unknown = thrown instanceof MigrationError ? thrown.cause : thrown
    await callHook('onError', () => hooks.onError?.(asError(error), plan), '').catch(() => {})
    throw error
  }
  return done
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
