import type { Config } from '../config/config.js'
import { openDatabase } from '../database/open.js'
import type { Change } from '../diff/change.js'
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
import { diff } from '../diff/diff.js'
import { harmlessRenames, inFreeOrder, likelyRenames, saidRenames, type Rename } from '../diff/rename.js'
import type { Side } from '../plan/side.js'
import { compare, type Comparison } from './compare.js'
import { answerRenames, isAnswer, refuseUnknown, refuseUnused, type RenameFlags } from './rename-answers.js'
import { writeChanges } from './write.js'
import { renamed } from './renames.js'
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
    // To divide partitions again nothing has to differ.
    const compared = await compare(config, database, rolesOfHistory(history), kinds, { sides: convert === 'split' })
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

/** The steps, renames first. Each round may show further ones: a column of a table that has just got its new name. */
async function planned(
  { changes, renames: declared, scope }: Comparison,
  { current, desired }: NonNullable<Comparison['sides']>,
  flags: RenameFlags & { readonly convert?: Method },
  config: Config,
  database: Database,
): Promise<Planned> {
  if (flags.noRename.length > 0) refuseUnknown(flags.noRename, current.snapshot.objects.keys())
  let side = current
  let rest = changes
  const done: { changes: Change[]; steps: PlannedStep[] } = { changes: [], steps: [] }
  const taken: Rename[] = []
  for (;;) {
    const renames = await renamesOf(rest, declared, side, desired, flags)
    if (renames.length === 0) break
    taken.push(...renames)
    const after = await renamed(renames, side, desired, config, database, kinds)
    side = after.current
    done.changes.push(...after.changes)
    done.steps.push(...after.steps)
    rest = diff(side.snapshot, desired.snapshot, kinds, { ...scope, current: side.snapshot })
    if (after.changes.length === 0) break
  }
  refuseUnused(flags.rename, taken)
  const { steps, converted } = await planWithConversions(rest, side, desired, kinds, database, flags.convert)
  return { changes: [...done.changes, ...rest], steps: [...done.steps, ...steps], converted, current: side }
}

async function renamesOf(
  changes: readonly Change[],
  declared: readonly Rename[],
  current: Side,
  desired: Side,
  flags: RenameFlags,
): Promise<readonly Rename[]> {
  const added = new Set(changes.flatMap((change) => (change.type === 'add' ? change.id : [])))
  const said = [
    ...declared.filter(({ from, to }) => current.get(from) !== undefined && added.has(to)),
    // Every pair is looked at: only where somebody asks.
    ...(flags.rename.length === 0
      ? []
      : saidRenames(changes, current, kinds, (pair) => flags.rename.some((answer) => isAnswer(pair, answer)))),
  ]
  // What stands in something renamed is looked at when that has its name.
  if (said.length > 0) {
    const { ordered, blocked } = inFreeOrder(said, current, desired, kinds)
    return [...ordered, ...blocked]
  }
  if (flags.renames === 'none') return []
  const likely = await answerRenames(likelyRenames(changes, current, desired, kinds), flags)
  const { ordered, blocked } = inFreeOrder(
    [...likely, ...harmlessRenames(changes, current, desired, kinds)],
    current,
    desired,
    kinds,
  )
  // What would be quicker, but cannot be, is dropped and made again.
  return [...ordered, ...blocked.filter((item) => likely.includes(item))]
}

/** A difference is only the next migration's work once all earlier ones are applied. */
export function refuseBehind(findings: readonly Finding[]): void {
  const behind = findings.filter((item) => item.code === 'TM401' || item.code === 'TM402')
  if (behind.length > 0) throw new TidemarkError(behind)
}
