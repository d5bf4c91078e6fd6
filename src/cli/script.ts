import { databaseName } from '../database/url.js'
import type { History } from '../revisions/load.js'
import { planRun } from '../runner/dry-run.js'
import { ledgerStatements } from '../runner/ledger-schema.js'
import type { Ledger } from '../runner/ledger.js'
import { signedByRunner } from '../runner/ledger-statements.js'
import type { Origin } from '../runner/origin.js'
import { routeRange, type Leg, type State } from '../runner/route.js'
import { scriptOf } from '../runner/script.js'
import { squashStatements } from '../runner/squashes.js'

export interface ScriptRequest {
  readonly command: 'up' | 'down'
  readonly ref: string | undefined
  readonly history: History
  /** Left out offline, where `ref` is a range. */
  readonly url: string | undefined
  readonly origin: Origin
  readonly route: (state: State) => readonly Leg[]
}

/** Offline, the ledger's tables are made where they are missing. */
const noLedger: Ledger = { version: new Set(), rows: new Map() }

/** The psql script of a run: for a database as it is, or for a range of the history. */
export async function writeScript({ command, ref, history, url, origin, route }: ScriptRequest): Promise<string> {
  if (url === undefined) {
    const legs = routeRange(history, ref!, command)!
    return scriptOf(legs, { command, origin, target: ref!, ledger: await ledgerStatements(noLedger, origin) })
  }
  const { legs, ledger, state } = await planRun(url, history, route)
  const squashes = squashStatements(state, signedByRunner(origin))
  const target = databaseName(url)
  return scriptOf(legs, { command, origin, target, ledger: await ledgerStatements(ledger, origin), squashes })
}
