import type { Config } from '../config/config.js'
import { openDatabase } from '../database/open.js'
import { TidemarkError } from '../errors/error.js'
import { loadHistory, type History } from '../revisions/load.js'
import { asking } from '../runner/ask.js'
import { readLedger } from '../runner/ledger.js'
import { adoptDrift, type Adopted } from './adopt.js'

export interface BaselineOptions {
  readonly message: string
  readonly dryRun: boolean
  /** Looks at the migration, before it is recorded; what it throws takes the file away again. */
  readonly before?: (target: readonly string[], history: History) => Promise<void>
}

/**
 * Writes the first migration of a history, which builds what a database holds, and records it there as applied: to a history
 * without migrations, all that a database holds was done by hand.
 * @throws TidemarkError TM338 where there are migrations, or a ledger that has some; those of `adoptDrift`
 */
export async function baseline(
  config: Config,
  options: BaselineOptions,
  note: (text: string) => void,
): Promise<Adopted> {
  const { revisions } = await loadHistory(config.migrations, { optional: true })
  if (revisions.length > 0)
    throw begun(`there is a migration already: ${revisions[0]!.revision} (${revisions[0]!.message})`)
  const database = await openDatabase(config, { note })
  try {
    const [row] = (await readLedger(asking(database))).rows.values()
    if (row !== undefined) throw begun(`${database.name} holds revision ${row.revision} (${row.message}) already`)
  } finally {
    await database.close()
  }
  return await adoptDrift(config, { ...options, revert: false }, note)
}

const begun = (what: string): TidemarkError =>
  new TidemarkError({
    code: 'TM338',
    what,
    why: 'a baseline is the first migration of a history, for a database that has no ledger',
    fix: [
      'say which revision this database is at: tidemark identify, then tidemark stamp REF',
      'write down what no migration does: tidemark adopt-drift',
      'put many migrations into one: tidemark squash base:head',
      'or begin anew: tidemark down base, remove the files, then tidemark baseline',
    ],
  })
