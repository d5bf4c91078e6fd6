import type { Config } from '../config/config.js'
import { openDatabase } from '../database/open.js'
import type { Change } from '../diff/change.js'
import { kinds } from '../kinds/index.js'
import { plan, type PlannedStep } from '../plan/plan.js'
import { loadHistory } from '../revisions/load.js'
import { newRevisionId } from '../revisions/file-name.js'
import { writeMigration } from '../revisions/write.js'
import { judgeHazards } from '../hazards/judge.js'
import type { Hazard } from '../hazards/hazard.js'
import type { WrittenStep } from '../revisions/render.js'
import { historyFindings, type Finding } from '../check/findings.js'
import { TidemarkError } from '../errors/error.js'
import { readLedger } from '../runner/ledger.js'
import { stateOf } from '../runner/route.js'
import { compare } from './compare.js'
import { rolesOfHistory } from './roles.js'

export interface AutogenerateResult {
  readonly changes: readonly Change[]
  readonly steps: readonly PlannedStep[]
  readonly hazards: readonly Hazard[]
  /** The file that was written. */
  readonly file?: string
  readonly database: string
}

/**
 * Compares the declarations with the database and writes at most one migration file.
 * @throws TidemarkError when the database is not at the head of the history, or anything cannot be read
 */
export async function autogenerateMigration(
  config: Config,
  { message, dryRun }: { message: string; dryRun: boolean },
  note: (text: string) => void,
): Promise<AutogenerateResult> {
  const history = await loadHistory(config.migrations, { optional: true })
  const database = await openDatabase(config, { note })
  try {
    refuseBehind(historyFindings(stateOf(history, await readLedger(database.sql))))
    const { changes, sides } = await compare(config, database, rolesOfHistory(history), kinds)
    if (sides === undefined) return { changes, steps: [], hazards: [], database: database.name }
    const steps = plan(changes, sides.current, sides.desired, kinds)
    const hazards = judgeHazards(changes, sides.current, sides.desired, kinds)
    if (dryRun) return { changes, steps, hazards, database: database.name }
    const head = { revision: newRevisionId(), parents: history.graph.heads, message }
    const file = await writeMigration({ head, steps: steps.map((step) => withHazards(step, hazards)) }, config.migrations)
    return { changes, steps, hazards, file, database: database.name }
  } finally {
    await database.close()
  }
}

/** A step with what its reader should know of both directions. */
function withHazards(step: PlannedStep, hazards: readonly Hazard[]): WrittenStep {
  const own = hazards.filter((hazard) => step.members.includes(hazard.id))
  return { ...step, hazards: own.map(({ code, direction, what }) => ({ code: `${code} (${direction})`, what })) }
}

/** A difference is only the next migration's work once all earlier ones are applied. */
function refuseBehind(findings: readonly Finding[]): void {
  const behind = findings.filter((item) => item.code === 'TM401' || item.code === 'TM402')
  if (behind.length > 0) throw new TidemarkError(behind)
}
