import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCatalog } from '../catalog/read.js'
import type { Config } from '../config/config.js'
import type { Database } from '../database/database.js'
import { databaseUrl } from '../database/open.js'
import { withScratch } from '../database/scratch.js'
import type { Desired } from '../desired/build.js'
import { cacheKey, keep, readCache, writeCache } from '../desired/cache.js'
import { TidemarkError } from '../errors/error.js'
import type { Kinds } from '../kinds/registry.js'
import type { History, Revision } from '../revisions/load.js'
import { currentOrigin } from '../runner/origin.js'
import { routeUp } from '../runner/route.js'
import { run } from '../runner/run.js'
import { patient, withPlaceholders } from '../verify/verify.js'
import { version } from '../config/version.js'
import { reachesCluster, reachesOut } from './reaches-cluster.js'

/** What some migrations make of an empty database; or why that cannot be told. */
export type Replay = { readonly made: Desired } | { readonly failed: string }

/** A replay that has not been carried out yet. */
export interface Replaying {
  /** Equal where the same migrations are replayed for the same role on the same server. */
  readonly key: string
  /** Carries it out, or takes the result of an earlier run. */
  result(): Promise<Replay>
}

export const replayFolder = (config: Config): string => join(config.root, '.tidemark', 'cache', 'replay')

/**
 * Runs migrations on an empty scratch database and reads back what they made. `as` is the role that ran them on the
 * target. `wanted` are revisions with all that they stand on. The result is kept by content: no server is asked twice.
 */
export function replay(
  config: Config,
  target: Database,
  history: History,
  wanted: ReadonlySet<string>,
  { as, user, roles }: { as: string; user: string; roles: ReadonlySet<string> },
  kinds: Kinds,
): Replaying {
  const revisions = history.graph.order.filter((id) => wanted.has(id)).map((id) => history.graph.nodes.get(id)!)
  const content = createHash('sha256')
  for (const { revision, checksum } of revisions) content.update(`${revision} ${checksum}\n`)
  const key = cacheKey(content.digest('hex'), target.server.version, as, version)
  const folder = replayFolder(config)
  const result = async (): Promise<Replay> => {
    const outward = revisions.find(reachesOut)
    if (outward !== undefined)
      return {
        failed: `migration ${outward.revision} talks to another server, starts a program or holds a function, which only tidemark up may do`,
      }
    const known = await readCache(folder, key)
    if (known !== undefined) return { made: known }
    const before = await readFailure(folder, key)
    if (before !== undefined) return { failed: before }
    try {
      const others = await rolesOfOthers(target, roles)
      const apart = as !== user || revisions.some(reachesCluster)
      const made = await onScratch(config, target, { apart, as, others }, (url, scratch) =>
        carryOut(url, scratch, history, revisions, kinds),
      )
      await writeCache(folder, key, made)
      return { made }
    } catch (error) {
      if (!(error instanceof TidemarkError)) throw error
      const failed = error.diagnostics.map(({ what, why }) => [what, why].filter(Boolean).join('\n')).join('\n')
      if (repeats(error)) await keep(folder, key, JSON.stringify({ failed }))
      return { failed }
    }
  }
  return { key, result }
}

/** True for a failure that the migrations carry in themselves: no place or connection to blame, it comes again. */
const repeats = ({ diagnostics }: TidemarkError): boolean =>
  diagnostics.every(({ code }) => code.startsWith('TM3') && code !== 'TM321' && code !== 'TM322')

async function onScratch(
  config: Config,
  target: Database,
  { apart, as, others }: { apart: boolean; as: string; others: readonly string[] },
  use: (url: string, scratch: Database) => Promise<Desired>,
): Promise<Desired> {
  const { scratchUrl } = config
  const place = { url: scratchUrl ?? (await databaseUrl(config)), apart, guests: { as, others } }
  return await withScratch(target, { ...place, ...(scratchUrl !== undefined && { scratchUrl }) }, (scratch, url) =>
    use(url, scratch),
  )
}

async function carryOut(
  url: string,
  scratch: Database,
  history: History,
  revisions: readonly Revision[],
  kinds: Kinds,
): Promise<Desired> {
  const wanted = new Set(revisions.map(({ revision }) => revision))
  if (revisions.length > 0)
    await run({
      url,
      command: 'up',
      history,
      route: (state) => routeUp(state, 'heads', ['all']).filter(({ revision }) => wanted.has(revision)),
      origin: currentOrigin(history.folder),
      env: withPlaceholders(history),
      lockWait: 10_000,
      timeouts: patient,
    })
  return await readCatalog(scratch, kinds, async (reading) => ({
    snapshot: reading.snapshot,
    dependencies: await reading.dependencies(),
  }))
}

/** Roles of the cluster that migrations may speak of and have not made. */
async function rolesOfOthers({ sql }: Database, roles: ReadonlySet<string>): Promise<readonly string[]> {
  const rows = await sql.unsafe(`select rolname as name from pg_roles where rolname !~ '^pg_'`)
  return rows.map((row) => row['name'] as string).filter((name) => !roles.has(name))
}

async function readFailure(folder: string, key: string): Promise<string | undefined> {
  try {
    return (JSON.parse(await readFile(join(folder, `${key}.json`), 'utf8')) as { failed?: string }).failed
  } catch {
    return undefined
  }
}
