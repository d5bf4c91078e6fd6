import { join } from 'node:path'
import type { Config } from '../config/config.js'
import { findModules, loadModules } from '../config/load-typescript.js'
import type { Database } from '../database/database.js'
import { databaseUrl } from '../database/open.js'
import { withScratch } from '../database/scratch.js'
import { collect } from '../declare/declaration.js'
import type { Kinds } from '../kinds/registry.js'
import { version } from '../version.js'
import { buildDesired, type Desired } from './build.js'
import { cacheKey, readCache, writeCache } from './cache.js'
import { declaredObjects, type Declared } from './declared.js'

/** Loads the schema files and asks them what they declare. */
export async function loadDeclared(schema: string, serverVersion: number, kinds: Kinds): Promise<Declared> {
  const files = await findModules(schema)
  const declarations = await collect(() => loadModules(files))
  return declaredObjects(declarations, serverVersion, kinds)
}

/** What the declarations mean on the server of `target`: from the cache, or built in a scratch database. */
export async function desiredOf(declared: Declared, config: Config, target: Database, kinds: Kinds): Promise<Desired> {
  const folder = join(config.root, '.tidemark', 'cache')
  const [{ user }] = (await target.sql.unsafe('select current_user as "user"')) as unknown as [{ user: string }]
  const key = cacheKey(declared, target.server.version, user, version)
  const cached = await readCache(folder, key)
  if (cached !== undefined) return cached
  const desired = await onScratch(config, target, (scratch) => buildDesired(declared, scratch, kinds, user))
  await writeCache(folder, key, desired)
  return desired
}

/** Runs something on an empty database of the target's kind, which is gone afterwards. */
export async function onScratch<T>(
  config: Config,
  target: Database,
  use: (scratch: Database) => Promise<T>,
): Promise<T> {
  const { scratchUrl } = config
  const url = scratchUrl ?? (await databaseUrl(config))
  return await withScratch(target, { url, ...(scratchUrl !== undefined && { scratchUrl }) }, use)
}
