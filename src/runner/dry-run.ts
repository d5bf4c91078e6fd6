import type { History } from '../revisions/load.js'
import { checkLegs } from './checks.js'
import { serverFailure } from './failure.js'
import { readLedger, withStoredSteps, type Ledger } from './ledger.js'
import { stateOf, type Leg, type State } from './route.js'
import { reserve } from './reserved.js'

/** What a run would do to a database as it is now; reads only, and takes no lock. */
export async function planRun(
  url: string,
  history: History,
  route: (state: State) => readonly Leg[],
): Promise<{ legs: readonly Leg[]; ledger: Ledger; state: State }> {
  const connection = await reserve(url, 'tidemark')
  try {
    const ledger = await readLedger(connection.ask)
    const state = stateOf(history, ledger)
    const legs = await withStoredSteps(route(state), connection.ask)
    checkLegs(legs, undefined)
    return { legs, ledger, state }
  } catch (error) {
    throw serverFailure(error)
  } finally {
    await connection.close()
  }
}
