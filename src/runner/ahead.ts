import { randomUUID } from 'node:crypto'
import { isCode } from '../revisions/data.js'
import { isServerError, type ServerError } from '../database/postgres-error.js'
import { quoteLiteral } from '../sql/identifier.js'
import { begin, commit, mayLeak, type Work } from './execute.js'
import { migrationFailed } from './failure.js'
import { recordProgress, type Entry } from './ledger-statements.js'
import { lockLost } from './lock.js'
import type { Leg } from './route.js'
import type { ToText } from './secrets.js'
import { segments, type Segment } from './segments.js'
import { watchBlockers } from './watch.js'

type Step = Leg & Entry

/** Sends migrations ahead of the answers, where nothing can go wrong by that. */
export interface Ahead {
  /** Whether a migration can be sent as one text. */
  takes(leg: Step): boolean
  /**
   * Runs such a migration, and sends the next ones while the server is at it. False when the server refused it; nothing of it
   * stays, and it can be run again with care to learn where it fails.
   */
  run(leg: Step): Promise<boolean>
}

/** So few are run with care: each statement shows by itself in pg_stat_activity, and waiting for answers costs nothing. */
const few = 10

/** How many are on their way at a time; more are sent when half of them are through, in one packet. */
const onTheWay = 8

/** Words that end or begin a transaction; some stand in the body of a function too, which is then run with care. */
const control = /\b(?:begin|start|commit|end|rollback|abort|savepoint|release|prepare)\b/i

/**
 * A migration that is one transaction of plain statements is one text: the server runs all of it or, after an error, nothing.
 * While it is at work the next ones are on their way. Each looks first for the mark that the one before left when it was
 * committed: should an earlier text be refused, however that came, all later ones are refused as well.
 *
 * @param legs All that will be run, in this order.
 */
export function sendAhead(work: Work, legs: readonly Step[]): Ahead {
  const { session, lock, by, toText, timeouts, env } = work
  const mark = marks()
  const next = new Map(legs.map((leg, index) => [leg, legs[index + 1]]))
  const plain = new Map<Step, Segment | undefined>()
  const answers = new Map<Step, Promise<unknown>>()

  function segmentOf(leg: Step): Segment | undefined {
    if (!plain.has(leg)) plain.set(leg, plainSegment(leg, toText))
    return plain.get(leg)
  }

  function send(leg: Step, segment: Segment, before?: Step): void {
    const { heading, known } = leg
    const record = recordProgress(leg, { heading, ...segment.after, underway: false, known }, by)
    const text = [
      begin(timeouts, timeouts.lock, { awaited: next.get(leg) === undefined }),
      ...(before === undefined ? [] : [mark.expect(before)]),
      // A statement may end in a comment.
      ...segment.parts.map(({ sql }) => `${toText(sql)}\n`),
      commit([...record, mark.leave(leg)], { leak: false }),
    ].join(';\n')
    const answer = session.query(text)
    answer.catch(() => {})
    answers.set(leg, answer)
  }

  /** Sends those that come next, up to the first that has to be run with care. */
  function sendNext(leg: Step): void {
    if (answers.size > onTheWay / 2) return
    let before = leg
    for (let following = next.get(leg); following !== undefined; following = next.get(following)) {
      const segment = segmentOf(following)
      if (segment === undefined || answers.size >= onTheWay) return
      if (!answers.has(following)) send(following, segment, before)
      before = following
    }
  }

  async function refused(error: ServerError, leg: Step, segment: Segment): Promise<void> {
    await Promise.allSettled(answers.values())
    answers.clear()
    await session.rollback()
    // Whoever cancelled it does not want it run again.
    if (error.code === '57014' && !timeouts.statement)
      throw migrationFailed(error, { leg, segment, steps: leg.steps.length, blockers: [], attempts: 1, env })
  }

  return {
    takes: (leg) => legs.length > few && segmentOf(leg) !== undefined,
    async run(leg) {
      const segment = segmentOf(leg)!
      if (lock.isLost()) throw lockLost()
      if (!answers.has(leg)) send(leg, segment)
      sendNext(leg)
      const { revision } = leg
      const watch = watchBlockers(lock, session.application, timeouts.lock, (blockers) =>
        work.onWait({ revision, blockers }),
      )
      try {
        await Promise.race([answers.get(leg), lock.lost])
        answers.delete(leg)
        return true
      } catch (error) {
        if (!isServerError(error) || lock.isLost()) throw error
        await refused(error, leg, segment)
        return false
      } finally {
        plain.delete(leg)
        await watch.stop()
      }
    },
  }
}

function plainSegment({ steps, heading, position }: Step, toText: ToText): Segment | undefined {
  const [only, ...others] = segments(steps, heading, position)
  if (only?.kind !== 'transaction' || only.brief || others.length > 0) return undefined
  if (only.parts.some(({ sql }) => isCode(sql))) return undefined
  const texts = only.parts.map(({ sql }) => toText(sql))
  return mayLeak(texts) || texts.some((text) => control.test(text)) ? undefined : only
}

/**
 * The mark of a run is a setting of its session that changes with the transaction that sets it. Asking for it costs the server a
 * third of what asking the ledger does. It names the run: behind a pooler, sessions outlive the runs that had them.
 */
function marks() {
  const run = randomUUID()
  const of = ({ revision }: Step): string => quoteLiteral(`${run} ${revision}`)
  return {
    leave: (leg: Step): string => `SET tidemark.reached = ${of(leg)}`,
    /** Fails (22012, division by zero) unless this migration was the last one that was carried through. */
    expect: (leg: Step): string =>
      `SELECT 1 / (coalesce(current_setting('tidemark.reached', true), '') = ${of(leg)})::int`,
  }
}
