import type { Dependencies, Snapshot } from '../catalog/snapshot.js'
import { notModelled } from '../catalog/not-modelled.js'
import { readCatalog } from '../catalog/read.js'
import type { Config } from '../config/config.js'
import type { Database } from '../database/database.js'
import type { Live } from '../desired/agreed.js'
import { wantedOf, type Sources } from '../desired/desired.js'
import type { Change } from '../diff/change.js'
import { diff } from '../diff/diff.js'
import type { Rename } from '../diff/rename.js'
import type { Scope } from '../kinds/kind.js'
import type { Kinds } from '../kinds/registry.js'
import { Side } from '../plan/side.js'

/** The declarations beside the live catalog. */
export interface Comparison {
  readonly changes: readonly Change[]
  readonly current: Snapshot
  readonly desired: Snapshot
  /** Equal where declarations mean the same on the same server. */
  readonly desiredKey: string
  /** Objects that exist and that no kind models, where they were asked for. */
  readonly notModelled: readonly string[]
  /** A digest of the catalog that was read, where everything was asked for and nothing is to change. */
  readonly fingerprint?: string
  /** What the declarations say was called otherwise before. */
  readonly renames: readonly Rename[]
  readonly scope: Scope
  /** Both sides with their dependencies; empty when nothing has to be planned. */
  readonly sides?: { readonly current: Side; readonly desired: Side }
}

/** Compares the schema of a run with its database. `roles`: those that this history made. */
export async function compare(
  config: Config,
  database: Database,
  roles: ReadonlySet<string>,
  kinds: Kinds,
  ask: { everything?: boolean; sides?: boolean; sources?: Sources } = {},
): Promise<Comparison> {
  // The server answers while the declarations are evaluated.
  let tell!: (live: Live | Promise<never>) => void
  const known = new Promise<Live>((resolve) => (tell = resolve))
  known.catch(() => {})
  const wanted = wantedOf(config, database, known, kinds, ask.sources)
  const live = readCatalog(database, kinds, async (reading) => {
    let asked: Promise<Dependencies> | undefined
    let printed: Promise<string> | undefined
    const fingerprint = (): Promise<string> => (printed ??= reading.fingerprint())
    const dependencies = (): Promise<Dependencies> =>
      (asked ??= reading.dependencies().then((found) => {
        // The server is at it while all is compared.
        if (ask.everything === true) fingerprint().catch(() => {})
        return found
      }))
    tell({ snapshot: reading.snapshot, dependencies })
    const others = ask.everything === true ? await notModelled(reading) : []
    const { desired, key: desiredKey, renames } = await wanted
    const scope = { current: reading.snapshot, desired: desired.snapshot, roles, user: reading.user }
    const changes = diff(reading.snapshot, desired.snapshot, kinds, scope)
    const sides = { current: reading.snapshot, desired: desired.snapshot, desiredKey }
    const compared = { changes, ...sides, notModelled: others, renames, scope }
    if (changes.length === 0 && ask.sides !== true)
      return { ...compared, ...(ask.everything === true && { fingerprint: await fingerprint() }) }
    const current = new Side(reading.snapshot, await dependencies(), kinds)
    return {
      ...compared,
      sides: { current, desired: new Side(desired.snapshot, desired.dependencies, kinds) },
    }
  })
  // Both fail on their own; the error of the declarations says more.
  live.catch((error: unknown) => {
    const refused = Promise.reject(error as Error)
    // Nobody hears of it where the catalog has been told already.
    refused.catch(() => {})
    tell(refused)
  })
  await wanted
  return await live
}
