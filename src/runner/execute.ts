import { setTimeout as sleep } from 'node:timers/promises'
import { isCode } from '../revisions/data.js'
import { statements as split } from '../revisions/statements.js'
import type { Sql } from '../sql/sql.js'
import type { Ask, Blocker } from './backends.js'
import { beginBackfill, forgetBackfill, type BackfillProgress, type Batch } from './backfill.js'
import { runCode } from './code.js'
import { isServerError } from '../database/postgres-error.js'
import { migrationFailed } from './failure.js'
import { forgetAttempt, recordProgress, type Entry, type Progress, type Signature } from './ledger-statements.js'
import type { Lock } from './lock.js'
import { lockLost } from './lock.js'
import { inspect, remnants } from './resume.js'
import type { Leg } from './route.js'
import type { ToText } from './secrets.js'
import { segments, type Segment } from './segments.js'
import { StatementError, type Session } from './session.js'
import { watchBlockers } from './watch.js'

/** What a run has at hand for each of its migrations. */
export interface Work {
  readonly session: Session
  readonly lock: Lock
  readonly by: Signature
  readonly toText: ToText
  readonly env: NodeJS.ProcessEnv
  readonly timeouts: Timeouts
  readonly onWait: (wait: Wait) => void
  readonly onBatch?: (progress: BackfillProgress) => void
}

export interface Timeouts {
  /** How long a statement may wait for a lock, in milliseconds; others queue behind it meanwhile. 0 waits without end. */
  readonly lock: number
  /** How long a statement inside a transaction may take, in milliseconds; 0 leaves it to the settings of the database. */
  readonly statement?: number
  /** How often a segment is tried when it cannot get a lock. */
  readonly attempts: number
}

/** A migration waits: for a session that holds a lock, or for its next attempt. */
export interface Wait {
  readonly revision: string
  readonly blockers: readonly Blocker[]
  /** Milliseconds until the next attempt; missing while a statement waits inside PostgreSQL. */
  readonly pause?: number
}

/**
 * Runs one migration, segment by segment, each committed together with what the ledger says about it.
 * @param following What runs after it, when that is known: a transaction is begun right away.
 * @throws TidemarkError TM320, TM323 and those of PostgreSQL's own reasons (TM031 to TM036, TM017); TM322.
 */
export async function execute(leg: Leg & Entry, work: Work, following?: Next): Promise<void> {
  let { known } = leg
  const list = segments(leg.steps, leg.heading, leg.position)
  for (const [index, segment] of list.entries()) {
    const progress: MakeProgress = (underway, after) => {
      const made = { heading: leg.heading, ...after, underway, known }
      if (underway) known = true
      return made
    }
    const next = list[index + 1] ?? following
    if (segment.kind === 'batches') await runBatches(leg, segment, work, progress)
    else {
      await attempt(leg, segment, work, (again) =>
        segment.kind === 'transaction'
          ? runTransaction(leg, segment, work, progress, next)
          : runOutside(leg, segment, work, progress, again),
      )
    }
    known = true
  }
}

type Next = Pick<Segment, 'kind' | 'brief'>
type MakeProgress = (underway: boolean, after: Segment['after']) => Progress

async function runTransaction(
  leg: Leg & Entry,
  segment: Segment,
  work: Work,
  progress: MakeProgress,
  next: Next | undefined,
): Promise<void> {
  const { session, by, toText, timeouts } = work
  const pieces = segment.parts.flatMap(({ sql }, part) => piecesOf(sql, toText).map((text) => ({ part, text })))
  const texts = pieces.map(({ text }) => text)
  const record = recordProgress(leg, progress(false, segment.after), by)
  // The answer to BEGIN is waited for: were it refused, what follows would run outside of any transaction.
  await session.begin(begin(timeouts, patience(segment, timeouts))).catch((error: StatementError) => {
    throw new StatementError(segment.parts.length, error.reason)
  })
  const last = pieces.findLastIndex(({ part }) => isCode(segment.parts[part]!.sql))
  const leak = last !== -1 || mayLeak(texts)
  try {
    if (last !== -1) await runUntil(last, leg, segment, work, pieces)
    const another = next?.kind === 'transaction'
    const rest = [...texts.slice(last + 1), commit(record, { leak })]
    const following = another ? begin(timeouts, patience(next, timeouts)) : undefined
    await session.finish(rest, following).catch(ofPart(pieces.slice(last + 1), segment.parts.length))
  } catch (error) {
    await session.rollback(...(leak ? ['RESET ALL', 'RESET ROLE'] : []))
    throw error
  }
}

/** What is sent at once, and the index of the part that it belongs to. */
interface Piece {
  readonly part: number
  readonly text: string
}

/** Statements that stand in one text are sent one by one: of several PostgreSQL would not say which one it refuses. */
function piecesOf(sql: Sql, toText: ToText): readonly string[] {
  const text = toText(sql)
  if (isCode(sql) || sql.secrets.length > 0 || !/;\s*\S/.test(text)) return [text]
  const found = split(text).map((statement) => statement.text)
  return found.length > 1 ? found : [text]
}

/** Runs the statements and functions of a transaction up to its last function: what comes in between is sent at once. */
async function runUntil(last: number, leg: Leg, segment: Segment, work: Work, pieces: readonly Piece[]): Promise<void> {
  const { session, toText } = work
  let sent = 0
  for (const [index, { part }] of pieces.slice(0, last + 1).entries()) {
    const { sql, step } = segment.parts[part]!
    if (!isCode(sql)) continue
    const before = pieces.slice(sent, index)
    await session.send(before.map(({ text }) => text)).catch(ofPart(before, segment.parts.length))
    await runCode(sql, { leg, step, index: part }, session, toText)
    sent = index + 1
  }
}

/** An error of pieces that were sent together, as one of their parts; beyond them is what is sent after all parts. */
const ofPart =
  (pieces: readonly Piece[], beyond: number) =>
  (error: unknown): never => {
    if (!(error instanceof StatementError)) throw error
    const piece = pieces[error.index]
    throw new StatementError(piece?.part ?? beyond, error.reason, piece?.text)
  }

/** Milliseconds for which others wait behind a step that is to be brief. */
const moment = 100

const patience = ({ brief }: Next, { lock }: Timeouts): number =>
  brief ? Math.min(lock === 0 ? moment : lock, moment) : lock

/** Where policies hide rows from the role, a statement is to fail, as in a dump, and not to leave them behind. */
export const everyRow = 'SET LOCAL row_security = off'

/**
 * Function bodies are not checked: as in a dump, a function may come before what its body names.
 *
 * A transaction after which more will be committed need not be `awaited`, so that it does not wait for the disk: what is
 * written later includes it, and were the server to crash before that, a migration and its entry in the ledger would be gone
 * together (Manual, 28.4).
 */
export function begin({ statement = 0 }: Timeouts, lock: number, { awaited = true } = {}): string {
  return [
    'BEGIN',
    'SET LOCAL check_function_bodies = off',
    everyRow,
    `SET LOCAL lock_timeout = ${lock}`,
    ...(statement === 0 ? [] : [`SET LOCAL statement_timeout = ${statement}`]),
    ...(awaited ? [] : ['SET LOCAL synchronous_commit = off']),
  ].join('; ')
}

/** Settings and roles that a statement sets for the session must reach neither the ledger nor the next migration. */
export function commit(record: readonly string[], { leak }: { leak: boolean }): string {
  return [...(leak ? ['RESET ROLE'] : []), ...record, 'COMMIT', ...(leak ? ['RESET ALL'] : [])].join(';\n')
}

export const mayLeak = (texts: readonly string[]): boolean => texts.some((text) => /\bset(_config)?\b/i.test(text))

async function runOutside(
  leg: Leg & Entry,
  segment: Segment,
  { session, by, toText }: Work,
  progress: MakeProgress,
  again: boolean,
): Promise<void> {
  const part = segment.parts[0]!
  const text = toText(part.sql)
  const record = (underway: boolean, after: Segment['after']): Promise<void> =>
    session.send([atOnce(recordProgress(leg, progress(underway, after), by))]).catch((error: StatementError) => {
      throw new StatementError(segment.parts.length, error.reason)
    })
  const finding =
    segment.mayBeDone || again ? await inspect(session.query, text) : ({ state: 'again', first: [] } as const)
  if (finding.state !== 'done') {
    const reached = leg.heading === 'up' ? part.step : part.step + 1
    await record(true, { stepsDone: reached, statementsDone: part.statement })
    try {
      await sendEach(session, finding.state === 'complete' ? [finding.with] : [...finding.first, text])
    } catch (error) {
      await cleanUp(error, text, session)
      throw error
    }
  }
  await record(false, segment.after)
}

/** A backfill: each batch is committed with how far it is, and is tried again on its own when it cannot get a lock. */
async function runBatches(leg: Leg & Entry, segment: Segment, work: Work, progress: MakeProgress): Promise<void> {
  const { session, by, toText } = work
  const part = segment.parts[0]!
  const ask: Ask = (text) => session.query<never>(text).catch(refused)
  const once = <T>(run: () => Promise<T>): Promise<T> => attempt(leg, segment, work, run)
  const record = (underway: boolean, after: Segment['after'], ...more: readonly string[]): Promise<void> => {
    const text = atOnce([...recordProgress(leg, progress(underway, after), by), ...more])
    return once(() => session.send([text]))
  }
  const reached = { stepsDone: leg.heading === 'up' ? part.step : part.step + 1, statementsDone: part.statement }
  const beginning = !segment.mayBeDone ? 'fresh' : leg.position.heading === leg.heading ? 'resumed' : 'turned'
  const backfill = await once(() => beginBackfill({ leg, part }, beginning, ask, toText))
  await record(true, reached, ...(segment.mayBeDone ? [] : [forgetBackfill(leg.revision)]))
  for (let batch = await once(backfill.next); batch !== undefined; batch = await once(backfill.next)) {
    const current = batch
    const changed = await once(() => runBatch(current, ask, work))
    // Always called: it moves the boundary.
    const walked = backfill.done(batch, changed)
    work.onBatch?.(walked)
    if (backfill.pause > 0) await Promise.race([sleep(backfill.pause), work.lock.lost])
  }
  await record(false, segment.after, forgetBackfill(leg.revision))
}

async function runBatch({ update, record }: Batch, ask: Ask, { session, timeouts }: Work): Promise<number> {
  try {
    await session.begin(begin(timeouts, timeouts.lock))
    const [row] = await ask<{ changed: number }>(update)
    await session.finish([record(row!.changed), 'COMMIT'], undefined)
    return row!.changed
  } catch (error) {
    await session.rollback()
    throw error
  }
}

/** What the server refuses is the backfill's own statement, the only one of its segment. */
function refused(error: unknown): never {
  throw isServerError(error) ? new StatementError(0, error) : error
}

/** What is sent as one text is one transaction: a row of the ledger and its event are there both, or neither. */
const atOnce = (texts: readonly string[]): string => texts.join(';\n')

/** Each in a transaction of its own: they are waited for one by one. */
async function sendEach(session: Session, texts: readonly string[]): Promise<void> {
  for (const text of texts) await session.send([text])
}

const duplicateTable = '42P07'

/** A failed CREATE INDEX CONCURRENTLY leaves an invalid index, which only costs; one that was there before is not ours. */
async function cleanUp(error: unknown, text: string, session: Session): Promise<void> {
  if (session.isLost() || !(error instanceof StatementError) || error.reason.code === duplicateTable) return
  await sendEach(session, await remnants(session.query, text)).catch(() => {})
}

/** A statement that failed is not underway any more, and a migration that could do nothing leaves no row. */
async function settle(leg: Leg, { session }: Work): Promise<void> {
  if (session.isLost()) return
  await session.send([atOnce(forgetAttempt(leg.revision))]).catch(() => {})
}

/** SQLSTATEs after which the same transaction may well succeed: no lock to be had, a deadlock, a serialization failure. */
const worthRetrying: ReadonlySet<string> = new Set(['55P03', '40P01', '40001'])

async function attempt<T>(
  leg: Leg & Entry,
  segment: Segment,
  work: Work,
  run: (again: boolean) => Promise<T>,
): Promise<T> {
  const { session, lock, timeouts } = work
  let blockers: readonly Blocker[] = []
  for (let count = 1; ; count++) {
    if (lock.isLost()) throw lockLost()
    const watch = watchBlockers(lock, session.application, patience(segment, timeouts), (found) => {
      blockers = found
      work.onWait({ revision: leg.revision, blockers })
    })
    try {
      return await Promise.race([run(count > 1), lock.lost])
    } catch (error) {
      if (!(error instanceof StatementError)) throw error
      if (lock.isLost()) throw lockLost()
      if (count >= timeouts.attempts || !worthRetrying.has(error.reason.code)) {
        if (segment.kind === 'outside') await settle(leg, work)
        const part = segment.parts[error.index]
        throw migrationFailed(error.reason, {
          leg,
          segment,
          ...(part === undefined ? {} : { part }),
          ...(part === undefined || isCode(part.sql) ? {} : { text: error.text ?? work.toText(part.sql) }),
          steps: leg.steps.length,
          blockers,
          attempts: count,
          env: work.env,
        })
      }
    } finally {
      await watch.stop()
    }
    const pause = Math.min(500 * 2 ** (count - 1), 15_000) * (0.75 + Math.random() / 2)
    work.onWait({ revision: leg.revision, blockers, pause })
    await sleep(pause)
  }
}

/** All statements that a leg would run. */
export function statementsOf({ steps = [], heading }: Leg): readonly Sql[] {
  return steps.flatMap((step) => step[heading])
}
