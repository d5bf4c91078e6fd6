import type { Snapshot } from '../catalog/snapshot.js'
import { connect } from '../database/connect.js'
import type { Change } from '../diff/change.js'
import type { History } from '../revisions/load.js'
import type { Step } from '../revisions/migration.js'
import { applicationName } from '../runner/backends.js'
import { checkLegs } from '../runner/checks.js'
import { execute, type Work } from '../runner/execute.js'
import { serverFailure } from '../runner/failure.js'
import { ensureLedger } from '../runner/ledger-schema.js'
import { readLedger } from '../runner/ledger.js'
import { signed, type Entry } from '../runner/ledger-statements.js'
import { openLock, takeLock } from '../runner/lock.js'
import type { Origin } from '../runner/origin.js'
import { stateOf, type Known, type Leg } from '../runner/route.js'
import { withSecrets } from '../runner/secrets.js'
import { openSession } from '../runner/session.js'
import { patient, readSnapshot, withPlaceholders } from '../replay/on-scratch.js'
import { differences } from './differences.js'
import { ofHistory } from '../replay/of-history.js'
import { followRows } from './follow-rows.js'

export interface VerifyOptions {
  /** An empty database that is thrown away afterwards. */
  readonly url: string
  readonly history: History
  readonly origin: Origin
  readonly onVerified?: (verified: Verified) => void
}

/** What was found out about one revision. */
export interface Verified {
  readonly revision: string
  readonly message: string
  readonly file?: string
  /**
   * `lossless`: down gave back what was there, rows included, and up again the same as the first time. `lossy`: all but
   * some rows or values. `irreversible`: a step says nothing about its way back.
   */
  readonly verdict: 'lossless' | 'lossy' | 'irreversible' | 'down differs' | 'up differs'
  readonly steps: readonly VerifiedStep[]
  /** What the scratch database held after down, or after up again, and should not have, or the other way round. */
  readonly differences: readonly Change[]
  /** Why no rows could be followed: what PostgreSQL said to those that were made up. */
  readonly notFollowed?: string
}

export interface VerifiedStep {
  readonly verdict: 'lossless' | 'lossy' | 'irreversible'
  /** `values of public.orders.note`. */
  readonly lost: readonly string[]
}

/**
 * Runs each revision up, down and up again on a scratch database and compares what it holds.
 * @throws TidemarkError when a migration fails; a difference is a verdict, not an error.
 */
export async function verify(options: VerifyOptions): Promise<readonly Verified[]> {
  const { url, history, origin } = options
  const connection = await openLock(url, 'verify', origin)
  const lock = await takeLock(connection, 10_000)
  const session = await openSession(url, applicationName('run', 'verify', origin))
  const database = await connect(url, { max: 1 })
  const env = withPlaceholders(history)
  const work: Work = {
    session,
    lock,
    by: signed(origin),
    toText: withSecrets(env),
    env,
    timeouts: patient,
    onWait: () => {},
  }
  try {
    await ensureLedger(session, await readLedger(session.query), origin)
    const { graph } = stateOf(history, { version: new Set(), rows: new Map() })
    const found: Verified[] = []
    const oursIn = ofHistory(history)
    const look = async (): Promise<Snapshot> => oursIn(await readSnapshot(database))
    let before = await look()
    for (const id of graph.order) {
      const known = graph.nodes.get(id)!
      const { after, ...proof } = await upDownUp(known, before, work, look)
      const { message, file } = known
      const verified: Verified = { revision: id, message, ...(file === undefined ? {} : { file }), ...proof }
      found.push(verified)
      options.onVerified?.(verified)
      // On what is not as it was, the next revisions would prove nothing.
      if (after === undefined) break
      before = after
    }
    return found
  } catch (error) {
    throw serverFailure(error)
  } finally {
    await session.close()
    await database.close()
    await connection.close()
  }
}

async function upDownUp(
  known: Known,
  before: Snapshot,
  work: Work,
  look: () => Promise<Snapshot>,
): Promise<Pick<Verified, 'verdict' | 'steps' | 'differences' | 'notFollowed'> & { after: Snapshot | undefined }> {
  const up = legOf(known, 'up')
  const down = legOf(known, 'down')
  checkLegs([up], work.env)
  const { lost, unknown } = await followRows(up, work.session, work.toText)
  const steps = up.steps.map((step, index): VerifiedStep => {
    if (hasNoWayBack(step)) return { verdict: 'irreversible', lost: [] }
    return { verdict: lost[index]!.length === 0 ? 'lossless' : 'lossy', lost: lost[index]! }
  })
  const found = { steps, differences: [], ...(unknown === undefined ? {} : { notFollowed: unknown }) }
  await execute(up, work)
  const after = await look()
  if (steps.some(({ verdict }) => verdict === 'irreversible')) return { ...found, verdict: 'irreversible', after }
  checkLegs([down], work.env)
  await execute(down, work)
  const back = differences(before, await look())
  if (back.length > 0) {
    const stands = await execute(up, work).then(
      () => true,
      () => false,
    )
    return { ...found, verdict: 'down differs', differences: back, after: stands ? await look() : undefined }
  }
  await execute(up, work)
  const again = await look()
  const anew = differences(after, again)
  if (anew.length > 0) return { ...found, verdict: 'up differs', differences: anew, after: again }
  return { ...found, verdict: steps.some(({ verdict }) => verdict === 'lossy') ? 'lossy' : 'lossless', after: again }
}

function legOf({ revision, parents, message, file, migration }: Known, heading: 'up' | 'down'): Leg & Entry {
  const { steps, checksum } = migration!
  const position = {
    heading: 'up' as const,
    stepsDone: heading === 'up' ? 0 : steps.length,
    statementsDone: 0,
    underway: false,
  }
  return {
    revision,
    parents,
    message,
    checksum,
    heading,
    steps,
    position,
    known: heading === 'down',
    ...(file === undefined ? {} : { file }),
  }
}

const hasNoWayBack = ({ up, down }: Step): boolean => up.length > 0 && down.length === 0
