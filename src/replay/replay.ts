import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCatalog } from '../catalog/read.js'
import type { Config } from '../config/config.js'
import type { Database } from '../database/database.js'
import { databaseUrl } from '../database/open.js'
import type { Desired } from '../desired/build.js'
import { cacheKey, keep, readCache, writeCache } from '../desired/cache.js'
import { TidemarkError } from '../errors/error.js'
import type { Kinds } from '../kinds/registry.js'
import type { History } from '../revisions/load.js'
import { version } from '../config/version.js'
import { applyOn, onScratch } from './on-scratch.js'
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
      const apart = as !== user || revisions.some(reachesCluster)
      const place = { url: config.scratchUrl ?? (await databaseUrl(config)), scratchUrl: config.scratchUrl, apart }
      const made = await onScratch(target, place, { as, roles }, async (scratch, url) => {
        await applyOn(url, history, new Set(revisions.map(({ revision }) => revision)))
        return await readCatalog(scratch, kinds, async ({ snapshot, dependencies }) => ({
          snapshot,
          dependencies: await dependencies(),
        }))
      })
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

async function readFailure(folder: string, key: string): Promise<string | undefined> {
  try {
    return (JSON.parse(await readFile(join(folder, `${key}.json`), 'utf8')) as { failed?: string }).failed
  } catch {
    return undefined
  }
}
