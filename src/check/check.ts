import { compare, type Comparison } from '../autogenerate/compare.js'
import { rolesOfHistory } from '../autogenerate/roles.js'
import { readFingerprint } from '../catalog/fingerprint.js'
import type { CatalogObject } from '../catalog/snapshot.js'
import type { Config } from '../config/config.js'
import type { Database } from '../database/database.js'
import { openDatabase } from '../database/open.js'
import { recallSources, wantedKey, type Sources } from '../desired/desired.js'
import { declaredPlaces } from '../desired/places.js'
import type { Diagnostic } from '../errors/error.js'
import { kinds } from '../kinds/index.js'
import { agree, doAgree } from '../replay/agreement.js'
import { cannotTell, isWaiting, replaysOf } from '../replay/of-database.js'
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
import { inSyncKey, recallInSync, rememberInSync } from './in-sync.js'
import { byHandNotes } from '../partitions/by-hand.js'
import { boundaryFindings } from '../partitions/convert/pending-boundary.js'
import { partitionFindings } from '../partitions/findings.js'
import { readHealth, type Health } from '../partitions/health.js'
import { hasPolicies } from '../partitions/plans.js'
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
  const [history, database, sources] = await Promise.all([
    loadHistory(config.migrations, { optional: true, root: config.root }),
    openDatabase(config, { note }),
    recallSources(config),
  ])
  try {
    const ask = asking(database)
    const state = stateOf(history, await readLedger(ask))
    const [found, partitions, byHand] = await Promise.all([
      said(config, database, history, state, sources),
      hasPolicies(ask).then((there) => (there ? readHealth(ask) : [])),
      hasPolicies(ask).then((there) => byHandNotes(ask, there)),
    ])
    return {
      database: database.name,
      findings: [
        ...historyFindings(state),
        ...(await hazardFindings(database, state, config.allow)),
        ...found.findings,
        ...(await boundaryFindings(ask)),
        ...(isWaiting(state) ? [] : partitions.flatMap((health) => partitionFindings(health))),
      ],
      notes: [...found.notes, ...byHand],
      partitions: partitions.map(({ table, every, partitions: count }) => ({ table, every, partitions: count })),
      notCompared: found.notCompared,
    }
  } finally {
    await database.close()
  }
}

interface Said extends Changes {
  readonly notCompared: readonly string[]
}

/** What the three say: from an earlier run, where nothing has changed since: the files, the ledger, the catalog. */
async function said(
  config: Config,
  database: Database,
  history: History,
  state: State,
  sources: Sources,
): Promise<Said> {
  const wanted = wantedKey(sources, database)
  const known = wanted === undefined ? undefined : await recallInSync(config, inSyncKey(wanted, history, state))
  if (known !== undefined && known.fingerprint === (await readFingerprint(database, kinds)))
    return { findings: [], notes: known.notes, notCompared: known.notCompared }

  const comparison = await compare(config, database, rolesOfHistory(history), kinds, { everything: true, sources })
  const { findings, notes } = await changes(config, database, state, comparison)
  const { notModelled: notCompared, fingerprint, desiredKey } = comparison
  if (findings.length === 0 && fingerprint !== undefined)
    await rememberInSync(config, inSyncKey(desiredKey, history, state), { fingerprint, notes, notCompared })
  return { findings, notes, notCompared }
}

interface Changes {
  readonly findings: readonly Finding[]
  readonly notes: readonly Diagnostic[]
}

async function changes(config: Config, database: Database, state: State, comparison: Comparison): Promise<Changes> {
  const { changes: toDeclared, current: live, desired: declared, scope } = comparison
  const lookup = (id: string): CatalogObject | undefined => live.objects.get(id) ?? declared.objects.get(id)
  const places = async (found: readonly unknown[]): Promise<Place> =>
    found.length === 0 ? () => ({}) : await declaredPlaces(config, live.version, kinds, lookup)
  const twoWay = async (why?: string): Promise<Changes> => {
    if (isWaiting(state)) return { findings: [], notes: [] }
    const findings = changeFindings(toDeclared, await places(toDeclared))
    return { findings, notes: why === undefined ? [] : [notReplayed(why)] }
  }
  if (state.touched.size === 0) return await twoWay()
  const untrue = cannotTell(state)
  if (untrue !== undefined) return await twoWay(untrue)
  const { applied, all, birth } = replaysOf(config, database, state, scope)
  const key = `${applied.key} ${all.key} ${comparison.desiredKey}`
  if (toDeclared.length === 0 && (await doAgree(config, key))) return { findings: [], notes: [] }
  const [made, last] = [await applied.result(), await all.result()]
  if ('failed' in made) return await twoWay(made.failed)
  if ('failed' in last) return await twoWay(last.failed)
  const sides = { live, declared, applied: made.made.snapshot, all: last.made.snapshot, birth, scope, toDeclared }
  const found = await disagreements(sides, kinds)
  if (toDeclared.length === 0 && comparedWith(sides.all, declared, scope, kinds).length === 0) await agree(config, key)
  return { findings: disagreementFindings(found, await places(found)), notes: unrecordedNote(found) }
}
