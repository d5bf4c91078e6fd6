import { join } from 'node:path'
import type { Config } from '../config/config.js'
import { findModules, loadModules, type Bundle } from '../config/load-typescript.js'
import type { Database } from '../database/database.js'
import { databaseUrl } from '../database/open.js'
import { withScratch } from '../database/scratch.js'
import { checkDeclared } from '../declare/check/check.js'
import { collect } from '../declare/declaration.js'
import type { Rename } from '../diff/rename.js'
import { TidemarkError } from '../errors/error.js'
import type { Kinds } from '../kinds/registry.js'
import { version } from '../config/version.js'
import type { Live } from './agreed.js'
import { buildDesired, type Desired } from './build.js'
import { cacheKey, hashOf, readCache, writeCache } from './cache.js'
import { declaredObjects, type Declared } from './declared.js'
import { recall, remember } from './sources.js'

/** What a schema declares, and what that means on a server. */
export interface Wanted {
  readonly desired: Desired
  /** Equal where declarations mean the same on the same server. */
  readonly key: string
  /** What the declarations say was called otherwise before. */
  readonly renames: readonly Rename[]
}

/** Loads the schema files and asks them what they declare. */
export async function loadDeclared(schema: string, serverVersion: number, kinds: Kinds): Promise<Declared> {
  return await evaluate(await findModules(schema), serverVersion, kinds)
}

async function evaluate(
  files: readonly string[],
  serverVersion: number,
  kinds: Kinds,
  onBundle?: (bundle: Bundle) => void,
): Promise<Declared> {
  const declarations = await collect(() => loadModules(files, onBundle))
  const declared = declaredObjects(declarations, serverVersion, kinds)
  checkDeclared(declared)
  return declared
}

/**
 * What the declarations mean on the server of `target`: from the cache, or built in a scratch database as far as `live` (what
 * the target holds) does not tell. Files that are unchanged since they were last evaluated, and can only declare the same
 * again, are not evaluated.
 */
export async function wantedOf(config: Config, target: Database, live: Promise<Live>, kinds: Kinds): Promise<Wanted> {
  const folder = join(config.root, '.tidemark', 'cache')
  const [files, [row]] = await Promise.all([
    findModules(config.schema),
    target.sql.unsafe('select current_user as "user"'),
  ])
  const { version: serverVersion } = target.server
  const user = row!['user'] as string
  const keyOf = (hash: string): string => cacheKey(hash, serverVersion, user, version)
  const known = await recall(folder, files, version)
  if (known !== undefined) {
    const desired = await readCache(folder, keyOf(known.declared))
    if (desired !== undefined) return { desired, key: keyOf(known.declared), renames: known.renames }
  }
  let bundle: Bundle | undefined
  const declared = await evaluate(files, serverVersion, kinds, (made) => (bundle = made))
  const { renames } = declared
  const hash = hashOf(declared)
  let desired = await readCache(folder, keyOf(hash))
  if (desired === undefined) {
    desired = await built(config, target, declared, user, await live, kinds)
    await writeCache(folder, keyOf(hash), desired)
  }
  if (bundle !== undefined) await remember(folder, files, version, bundle, { declared: hash, renames })
  return { desired, key: keyOf(hash), renames }
}

async function built(
  config: Config,
  target: Database,
  declared: Declared,
  user: string,
  live: Live,
  kinds: Kinds,
): Promise<Desired> {
  const build = (known?: Live): Promise<Desired> =>
    onScratch(config, target, (scratch) => buildDesired(declared, scratch, kinds, user, known))
  try {
    return await build(live)
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    // What is wrong with a part may only be wrong because the rest is missing.
    return await build()
  }
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
