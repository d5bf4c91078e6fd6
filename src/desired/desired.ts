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
import { recall, remember, type Evaluated } from './sources.js'

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

/** Schema files, with what earlier runs remember of them. */
export interface Sources {
  readonly folder: string
  readonly files: readonly string[]
  readonly known?: Evaluated | undefined
}

/** Looks whether files have changed since they were last evaluated; asks no server. */
export async function recallSources(config: Pick<Config, 'root' | 'schema'>): Promise<Sources> {
  const folder = join(config.root, '.tidemark', 'cache')
  const files = await findModules(config.schema)
  return { folder, files, known: await recall(folder, files, version) }
}

/** The key of what declarations, known by a hash of them, mean on a server. */
const keyOf = (declared: string, { server, user }: Database): string =>
  cacheKey(declared, server.version, user, version)

/** The key of what `wantedOf` would give, where that is known without evaluating the declarations. */
export const wantedKey = ({ known }: Sources, target: Database): string | undefined =>
  known && keyOf(known.declared, target)

/**
 * What the declarations mean on the server of `target`: from the cache, or built in a scratch database as far as `live` (what
 * the target holds) does not tell. Files that are unchanged since they were last evaluated, and can only declare the same
 * again, are not evaluated.
 */
export async function wantedOf(
  config: Config,
  target: Database,
  live: Promise<Live>,
  kinds: Kinds,
  sources?: Sources,
): Promise<Wanted> {
  const { folder, files, known } = sources ?? (await recallSources(config))
  if (known !== undefined) {
    const key = keyOf(known.declared, target)
    const desired = await readCache(folder, key)
    if (desired !== undefined) return { desired, key, renames: known.renames }
  }
  let bundle: Bundle | undefined
  const declared = await evaluate(files, target.server.version, kinds, (made) => (bundle = made))
  const { renames } = declared
  const hash = hashOf(declared)
  const key = keyOf(hash, target)
  let desired = await readCache(folder, key)
  if (desired === undefined) {
    desired = await built(config, target, declared, await live, kinds)
    await writeCache(folder, key, desired)
  }
  if (bundle !== undefined) await remember(folder, files, version, bundle, { declared: hash, renames })
  return { desired, key, renames }
}

async function built(config: Config, target: Database, declared: Declared, live: Live, kinds: Kinds): Promise<Desired> {
  const build = (known?: Live): Promise<Desired> =>
    onScratch(config, target, (scratch) => buildDesired(declared, scratch, kinds, target.user, known))
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
