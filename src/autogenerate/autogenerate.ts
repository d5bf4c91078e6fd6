import type { Config } from '../config/config.js'
import { openDatabase } from '../database/open.js'
import type { Change } from '../diff/change.js'
import { onScratch } from '../desired/desired.js'
import { kinds } from '../kinds/index.js'
import type { PlannedStep } from '../plan/plan.js'
import type { Method } from '../partitions/convert/choose.js'
import { planWithConversions, type Converted } from '../partitions/convert/convert.js'
import { loadHistory } from '../revisions/load.js'
import { placeRevision, type Wish } from '../revisions/place.js'
import { weighed } from '../hazards/weigh.js'
import { judgeHazards } from '../hazards/judge.js'
import type { Hazard } from '../hazards/hazard.js'
import type { Finding } from '../check/finding.js'
import { historyFindings } from '../check/findings.js'
import { TidemarkError } from '../errors/error.js'
import { asking } from '../runner/ask.js'
import { readLedger } from '../runner/ledger.js'
import { stateOf } from '../runner/route.js'
import type { Database } from '../database/database.js'
import type { Side } from '../plan/side.js'
import { compare, type Comparison } from './compare.js'
import { refuseUnknown, refuseUnused, type RenameFlags } from './rename-answers.js'
import { renamedInRounds } from './rename-rounds.js'
import type { OnScratch } from './renames.js'
import { writeChanges } from './write.js'
import { rolesOfHistory } from './roles.js'

export interface AutogenerateResult {
  readonly changes: readonly Change[]
  readonly steps: readonly PlannedStep[]
  readonly hazards: readonly Hazard[]
  /** Tables that change how they are partitioned. */
  readonly converted: readonly Converted[]
  /** What the database held before there was any migration, by id. */
  readonly older: readonly string[]
  /** The file that was written. */
  readonly file?: string
  readonly database: string
}

const nothing = { changes: [], steps: [], hazards: [], converted: [], older: [] } as const

/**
 * Compares the declarations with the database and writes at most one migration file.
 * @throws TidemarkError when the database is not at the head of the history, or anything cannot be read
 */
export async function autogenerateMigration(
  config: Config,
  {
    message,
    dryRun,
    place,
    convert,
    ...flags
  }: RenameFlags & { message: string; dryRun: boolean; place: Omit<Wish, 'message'>; convert?: Method },
  note: (text: string) => void,
): Promise<AutogenerateResult> {
  const history = await loadHistory(config.migrations, { optional: true })
  const database = await openDatabase(config, { note })
  try {
    refuseBehind(historyFindings(stateOf(history, await readLedger(asking(database)))))
    // Nothing has to differ to divide partitions again, or to exchange names.
    const sides = convert === 'split' || flags.rename.length > 0
    const compared = await compare(config, database, rolesOfHistory(history), kinds, { sides })
    if (compared.sides === undefined) return { ...nothing, database: database.name }
    const placed = placeRevision(history.graph, { ...place, message })
    const { changes, steps, current, converted } = await planned(
      compared,
      compared.sides,
      { ...flags, ...(convert !== undefined && { convert }) },
      config,
      database,
    )
    if (steps.length === 0) return { ...nothing, converted, database: database.name }
    const older = history.graph.order.length === 0 ? olderThanHistory(compared.sides.current) : []
    const judged = judgeHazards(changes, current, compared.sides.desired, kinds)
    const hazards = await weighed(judged, config, database, (id) => current.get(id))
    const found = { changes, steps, hazards, converted, older, database: database.name }
    if (dryRun) return found
    const file = await writeChanges(placed, { changes, steps, judged, hazards }, config)
    return { ...found, file }
  } finally {
    await database.close()
  }
}

/** What is there before the first migration, by id: a migration on top of it builds no other database. */
const olderThanHistory = ({ snapshot }: Side): readonly string[] =>
  [...snapshot.objects.values()]
    .filter((object) => 'schema' in object.attributes && kinds.parentOf(object) === undefined)
    .map(({ id }) => id)

interface Planned {
  readonly changes: readonly Change[]
  readonly steps: readonly PlannedStep[]
  readonly converted: readonly Converted[]
  /** The current side after the renames. */
  readonly current: Side
}

/** The steps, renames first. */
async function planned(
  { changes, renames: declared, scope }: Comparison,
  { current, desired }: NonNullable<Comparison['sides']>,
  flags: RenameFlags & { readonly convert?: Method },
  config: Config,
  database: Database,
): Promise<Planned> {
  if (flags.noRename.length > 0) refuseUnknown(flags.noRename, current.snapshot.objects.keys())
  const said = { ...flags, declared }
  const renamed = await renamedInRounds(changes, current, desired, said, scope, scratchFor(config, database), kinds)
  refuseUnused(flags.rename, renamed.taken)
  const { steps, converted } = await planWithConversions(
    renamed.rest,
    renamed.current,
    desired,
    kinds,
    database,
    flags.convert,
  )
  return {
    changes: [...renamed.changes, ...renamed.rest],
    steps: [...renamed.steps, ...steps],
    converted,
    current: renamed.current,
  }
}

/** A scratch database of the target's kind. */
const scratchFor =
  (config: Config, database: Database): OnScratch =>
  (use) =>
    onScratch(config, database, use)

/** A difference is only the next migration's work once all earlier ones are applied. */
export function refuseBehind(findings: readonly Finding[]): void {
  const behind = findings.filter((item) => item.code === 'TM401' || item.code === 'TM402')
  if (behind.length > 0) throw new TidemarkError(behind)
}
