import { rm } from 'node:fs/promises'
import { refuseBehind } from '../autogenerate/autogenerate.js'
import { rolesOfHistory } from '../autogenerate/roles.js'
import { writeChanges } from '../autogenerate/write.js'
import { readCatalog } from '../catalog/read.js'
import { historyFindings } from '../check/findings.js'
import { compared } from '../check/three-way.js'
import type { Config } from '../config/config.js'
import type { Database } from '../database/database.js'
import { databaseUrl, openDatabase } from '../database/open.js'
import type { Desired } from '../desired/build.js'
import { invert, type Change } from '../diff/change.js'
import { TidemarkError } from '../errors/error.js'
import type { Hazard } from '../hazards/hazard.js'
import { judgeHazards } from '../hazards/judge.js'
import { weighed } from '../hazards/weigh.js'
import { kinds } from '../kinds/index.js'
import { plan, type PlannedStep } from '../plan/plan.js'
import { Side } from '../plan/side.js'
import { cannotTell, replaysOf } from '../replay/of-database.js'
import { loadHistory, type History } from '../revisions/load.js'
import { placeRevision } from '../revisions/place.js'
import { asking } from '../runner/ask.js'
import { readLedger } from '../runner/ledger.js'
import { currentOrigin } from '../runner/origin.js'
import { stateOf } from '../runner/route.js'
import { stamp } from '../runner/stamp.js'

export interface AdoptOptions {
  readonly message: string
  /** Take the changes back instead of keeping them. */
  readonly revert: boolean
  readonly dryRun: boolean
  /** Looks at what would be recorded; what it throws takes the file away again. */
  readonly before?: (target: readonly string[], history: History) => Promise<void>
}

export interface Adopted {
  readonly database: string
  /** What was done by hand; reverted, what takes it back. */
  readonly changes: readonly Change[]
  readonly steps: readonly PlannedStep[]
  readonly hazards: readonly Hazard[]
  readonly file?: string
  /** The revision that was recorded as applied. */
  readonly stamped?: string
}

/**
 * Writes what was done to a database by hand as a migration: one that counts as applied there, or one that takes it back.
 * @throws TidemarkError TM401, TM402 when the database is not at the head of the history; TM424 when it cannot be told what was
 * done by hand
 */
export async function adoptDrift(
  config: Config,
  { message, revert, dryRun, before }: AdoptOptions,
  note: (text: string) => void,
): Promise<Adopted> {
  const history = await loadHistory(config.migrations, { optional: true })
  const database = await openDatabase(config, { note })
  try {
    const state = stateOf(history, await readLedger(asking(database)))
    refuseBehind(historyFindings(state))
    const reason = cannotTell(state)
    if (reason !== undefined) throw cannotAdopt(reason)
    const live = await readCatalog(database, kinds, async ({ snapshot, user, dependencies }) => ({
      snapshot,
      user,
      dependencies: await dependencies(),
    }))
    const roles = rolesOfHistory(history)
    const replayed = await replaysOf(config, database, state, { user: live.user, roles }).applied.result()
    if ('failed' in replayed) throw cannotAdopt(replayed.failed)
    const scope = { current: replayed.made.snapshot, desired: live.snapshot, roles, user: live.user }
    const byHand = compared(replayed.made.snapshot, live.snapshot, scope, kinds)
    const changes = revert ? byHand.map(invert) : byHand
    if (changes.length === 0) return { database: database.name, changes, steps: [], hazards: [] }
    const planned = await plannedFrom(revert ? [live, replayed.made] : [replayed.made, live], changes, config, database)
    const result = { database: database.name, changes, steps: planned.steps, hazards: planned.hazards }
    if (dryRun) return result
    const head = placeRevision(history.graph, { message, heads: history.graph.heads })
    const file = await writeChanges(head, planned, config)
    if (revert) return { ...result, file }
    await stampNew(config, file, before)
    return { ...result, file, stamped: head.revision }
  } finally {
    await database.close()
  }
}

async function plannedFrom(
  [from, to]: readonly [Desired, Desired],
  changes: readonly Change[],
  config: Config,
  database: Database,
) {
  const current = new Side(from.snapshot, from.dependencies, kinds)
  const desired = new Side(to.snapshot, to.dependencies, kinds)
  const judged = judgeHazards(changes, current, desired, kinds)
  const hazards = await weighed(judged, config, database, (id) => current.get(id))
  return { changes, steps: plan(changes, current, desired, kinds), judged, hazards }
}

/** Records the new file as applied; without that it must not stay, since `up` would do again what is done. */
async function stampNew(config: Config, file: string, before: AdoptOptions['before']): Promise<void> {
  try {
    const history = await loadHistory(config.migrations)
    await stamp({
      url: await databaseUrl(config),
      history,
      refs: ['heads'],
      origin: currentOrigin(config.migrations),
      lockWait: 10_000,
      ...(before === undefined ? {} : { before: (target) => before(target, history) }),
    })
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}

const cannotAdopt = (why: string): TidemarkError =>
  new TidemarkError({
    code: 'TM424',
    what: 'it cannot be told what was done to this database by hand',
    why,
    fix: 'bring the declarations in line (tidemark pull shows how) and see what tidemark check says',
  })
