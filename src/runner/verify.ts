import type { Database } from '../database/database.js'
import { connect } from '../database/connect.js'
import type { History } from '../revisions/load.js'
import { applicationName } from './backends.js'
import { checkLegs } from './checks.js'
import { execute, type Work } from './execute.js'
import { serverFailure } from './failure.js'
import { ensureLedger } from './ledger-schema.js'
import { readLedger } from './ledger.js'
import { signed, type Entry } from './ledger-statements.js'
import { openLock, takeLock } from './lock.js'
import type { Origin } from './origin.js'
import { stateOf, type Known, type Leg } from './route.js'
import { withSecrets } from './secrets.js'
import { openSession } from './session.js'

export interface VerifyOptions {
  /** An empty database that is thrown away afterwards. */
  readonly url: string
  readonly history: History
  readonly origin: Origin
  /** What a database holds, as a text that is equal exactly when the objects are. */
  readonly fingerprint: (database: Database) => Promise<string>
  readonly onVerified?: (verified: Verified) => void
}

/** What was found out about one revision. */
export interface Verified {
  readonly revision: string
  readonly message: string
  readonly file?: string
  /**
   * `reversible`: down gave back what was there, and up again the same as the first time. `no way back`: a step says
   * nothing about how.
   */
  readonly verdict: 'reversible' | 'no way back' | 'down differs' | 'up differs'
}

const patient = { lock: 0, attempts: 1 }

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
    let before = await options.fingerprint(database)
    for (const id of graph.order) {
      const known = graph.nodes.get(id)!
      const { verdict, after } = await upDownUp(known, before, work, () => options.fingerprint(database))
      before = after
      const verified = {
        revision: id,
        message: known.message,
        ...(known.file === undefined ? {} : { file: known.file }),
        verdict,
      }
      found.push(verified)
      options.onVerified?.(verified)
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
  before: string,
  work: Work,
  look: () => Promise<string>,
): Promise<{ verdict: Verified['verdict']; after: string }> {
  const up = legOf(known, 'up')
  const down = legOf(known, 'down')
  checkLegs([up], work.env)
  await execute(up, work)
  const after = await look()
  if (hasNoWayBack(down)) return { verdict: 'no way back', after }
  checkLegs([down], work.env)
  await execute(down, work)
  const back = await look()
  await execute(up, work)
  const again = await look()
  return { verdict: back !== before ? 'down differs' : again !== after ? 'up differs' : 'reversible', after: again }
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

const hasNoWayBack = ({ steps }: Entry): boolean => steps.some(({ up, down }) => up.length > 0 && down.length === 0)

/** Nothing that is made here is ever logged in to: any value will do for a secret that is not set. */
export function withPlaceholders(history: History): NodeJS.ProcessEnv {
  const statements = [...history.graph.nodes.values()].flatMap(({ steps }) =>
    steps.flatMap(({ up, down }) => [...up, ...down]),
  )
  const names = statements.flatMap((statement) => statement.secrets)
  return { ...Object.fromEntries(names.map((name) => [name, 'placeholder'])), ...process.env }
}
