import type { History } from '../revisions/load.js'
import { applicationName } from './backends.js'
import { serverFailure } from './failure.js'
import { ensureLedger } from './ledger-schema.js'
import { readLedger } from './ledger.js'
import { signed } from './ledger-statements.js'
import { forgetHolder, noteHolder, openLock, takeLock } from './lock.js'
import type { Origin } from './origin.js'
import { stateOf, type State } from './route.js'
import { commit, openSession } from './session.js'
import { recordSquashes } from './squashes.js'

export interface ChangeOptions {
  readonly url: string
  readonly history: History
  readonly origin: Origin
  /** In milliseconds. */
  readonly lockWait: number
}

/**
 * Changes the ledger of a database in one transaction, under the lock, without running any migration.
 *
 * @param command For whoever finds the lock held.
 * @param look Called first, before anyone is kept waiting: what cannot be done is refused there.
 * @param change Gives the statements, and what comes of them.
 * @throws TidemarkError TM321; TM031, TM032; those of `look` and `change`.
 */
export async function changeLedger<T>(
  { url, history, origin, lockWait }: ChangeOptions,
  command: string,
  look: (state: State) => void,
  change: (state: State) => Promise<{ statements: readonly string[]; result: T }>,
): Promise<T> {
  const connection = await openLock(url, command, origin)
  try {
    look(stateOf(history, await readLedger(connection.connection.ask)))
    const lock = await takeLock(connection, lockWait)
    const session = await openSession(url, applicationName('run', command, origin))
    try {
      const ledger = await readLedger(session.query)
      await ensureLedger(session, ledger, origin)
      await session.send([noteHolder(lock.backend, command, origin)])
      const state = stateOf(history, ledger)
      await recordSquashes(state, session, signed(origin))
      const { statements, result } = await change(state)
      await commit(session, statements)
      return result
    } finally {
      if (!session.isLost()) await session.send([forgetHolder(lock.backend)]).catch(() => {})
      await session.close()
    }
  } catch (error) {
    throw serverFailure(error)
  } finally {
    await connection.close()
  }
}
