import { compare, type Comparison } from '../autogenerate/compare.js'
import { rolesOfHistory } from '../autogenerate/roles.js'
import type { CatalogObject, Snapshot } from '../catalog/snapshot.js'
import type { Config } from '../config/config.js'
import type { Database } from '../database/database.js'
import { openDatabase } from '../database/open.js'
import { declaredPlaces } from '../desired/places.js'
import type { Diagnostic } from '../errors/error.js'
import { kinds } from '../kinds/index.js'
import { agree, doAgree } from '../replay/agreement.js'
import { replay, type Replaying } from '../replay/replay.js'
import { loadHistory, type History } from '../revisions/load.js'
import { asking } from '../runner/ask.js'
import { readLedger } from '../runner/ledger.js'
import { stateOf, type State } from '../runner/route.js'
import {
  changeFindings,
  disagreementFindings,
  hazardFindings,
  historyFindings,
  notReplayed,
  unrecordedNote,
  type Place,
} from './findings.js'
import type { Finding } from './finding.js'
import { partitionFindings } from '../partitions/findings.js'
import type { Health } from '../partitions/health.js'
import { compared as comparedWith, disagreements } from './three-way.js'

export interface CheckResult {
  readonly database: string
  readonly findings: readonly Finding[]
  /** Of tables with a policy. */
  readonly partitions: readonly Pick<Health, 'table' | 'every' | 'partitions'>[]
  /** What is worth knowing and nothing to mend. */
  readonly notes: readonly Diagnostic[]
  /** Objects that exist and that no kind models. */
  readonly notCompared: readonly string[]
}

/** Tells whether the declarations, the migrations and the database say the same. */
export async function check(config: Config, note: (text: string) => void): Promise<CheckResult> {
  const [history, database] = await Promise.all([
    loadHistory(config.migrations, { optional: true }),
    openDatabase(config, { note }),
  ])
  try {
    const ledger = readLedger(asking(database))
    const comparing = compare(config, database, rolesOfHistory(history), kinds, { everything: true })
    // Where the ledger cannot be read, that is the error.
    comparing.catch(() => {})
    const state = stateOf(history, await ledger)
    const compared = await comparing
    const { partitions } = compared
    const { findings, notes } = await changes(config, database, history, state, compared)
    return {
      database: database.name,
      findings: [
        ...historyFindings(state),
        ...(await hazardFindings(database, state, config.allow)),
        ...findings,
        ...(isWaiting(state) ? [] : partitions.flatMap((health) => partitionFindings(health))),
      ],
      notes,
      partitions: partitions.map(({ table, every, partitions: count }) => ({ table, every, partitions: count })),
      notCompared: compared.notModelled,
    }
  } finally {
    await database.close()
  }
}

/** True while a migration waits to be applied: then the differences that it will mend say nothing. */
const isWaiting = ({ graph, applied }: State): boolean => graph.order.some((id) => !applied.has(id))

interface Changes {
  readonly findings: readonly Finding[]
  readonly notes: readonly Diagnostic[]
}

async function changes(
  config: Config,
  database: Database,
  history: History,
  state: State,
  compared: Comparison,
): Promise<Changes> {
  const { changes: toDeclared, current: live, desired: declared, scope } = compared
  const lookup = (id: string): CatalogObject | undefined => live.objects.get(id) ?? declared.objects.get(id)
  const places = async (found: readonly unknown[]): Promise<Place> =>
    found.length === 0 ? () => ({}) : await declaredPlaces(config, live.version, kinds, lookup)
  const twoWay = async (why?: string): Promise<Changes> => {
    if (isWaiting(state)) return { findings: [], notes: [] }
    const findings = changeFindings(toDeclared, await places(toDeclared))
    return { findings, notes: why === undefined ? [] : [notReplayed(why)] }
  }
  if (state.touched.size === 0) return await twoWay()
  const untrue = untold(state)
  if (untrue !== undefined) return await twoWay(untrue)
  const { applied, all } = replays(config, database, history, state, compared)
  const key = `${applied.key} ${all.key} ${compared.desiredKey}`
  if (toDeclared.length === 0 && (await doAgree(config, key))) return { findings: [], notes: [] }
  const [made, last] = [await applied.result(), await all.result()]
  if ('failed' in made) return await twoWay(made.failed)
  if ('failed' in last) return await twoWay(last.failed)
  const birth = async (): Promise<Snapshot> => {
    const empty = await replaying(config, database, history, new Set(), state, compared).result()
    return 'made' in empty ? empty.made.snapshot : { version: live.version, objects: new Map() }
  }
  const sides = { live, declared, applied: made.made.snapshot, all: last.made.snapshot, birth, scope, toDeclared }
  const found = await disagreements(sides, kinds)
  if (toDeclared.length === 0 && comparedWith(sides.all, declared, scope, kinds).length === 0) await agree(config, key)
  return { findings: disagreementFindings(found, await places(found)), notes: unrecordedNote(found) }
}

/** Why a replay of the files would not tell what the database holds. */
function untold({ graph, applied }: State): string | undefined {
  for (const id of graph.order) {
    const { migration, row } = graph.nodes.get(id)!
    if (migration === undefined) return `the revision ${id} has no file`
    if (row !== undefined && !applied.has(id)) return `the revision ${id} is half applied`
    if (row !== undefined && row.checksum !== migration.checksum)
      return `the revision ${id} was edited after it was applied`
  }
  return undefined
}

/** The replay of what is applied, and of all that there is; one and the same where nothing waits. */
function replays(
  config: Config,
  database: Database,
  history: History,
  state: State,
  compared: Comparison,
): { applied: Replaying; all: Replaying } {
  const applied = replaying(config, database, history, state.applied, state, compared)
  const all = isWaiting(state)
    ? replaying(config, database, history, new Set(state.graph.order), state, compared)
    : applied
  return { applied, all }
}

function replaying(
  config: Config,
  database: Database,
  history: History,
  wanted: ReadonlySet<string>,
  { ledger }: State,
  { scope }: Comparison,
): Replaying {
  const [last] = [...ledger.rows.values()].sort((a, b) => b.appliedAt.getTime() - a.appliedAt.getTime())
  const who = { as: last?.role ?? scope.user, user: scope.user, roles: scope.roles }
  return replay(config, database, history, wanted, who, kinds)
}
