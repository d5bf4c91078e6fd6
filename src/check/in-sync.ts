import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rolesOfHistory } from '../autogenerate/roles.js'
import type { Config } from '../config/config.js'
import { keep } from '../desired/cache.js'
import type { Diagnostic } from '../errors/error.js'
import type { History } from '../revisions/load.js'
import type { State } from '../runner/route.js'

/** What `check` said of a database, its migrations and its declarations, when it found nothing to change. */
export interface InSync {
  /** Of the catalog of that database. */
  readonly fingerprint: string
  readonly notes: readonly Diagnostic[]
  readonly notCompared: readonly string[]
}

const folderOf = (config: Config): string => join(config.root, '.tidemark', 'cache', 'in-sync')

/** Equal where the declarations, the migrations and the ledger are. */
export function inSyncKey(desiredKey: string, history: History, { graph, applied, touched }: State): string {
  const hash = createHash('sha256').update(desiredKey)
  for (const role of [...rolesOfHistory(history)].sort()) hash.update(`\nrole ${role}`)
  for (const id of graph.order) {
    const { migration, row } = graph.nodes.get(id)!
    const state = applied.has(id) ? 'applied' : touched.has(id) ? 'touched' : 'pending'
    hash.update(`\n${id} ${migration?.checksum} ${row?.checksum} ${row?.role} ${state}`)
  }
  return hash.digest('hex').slice(0, 32)
}

/** What is remembered under a key; a damaged file counts as nothing. */
export async function recallInSync(config: Config, key: string): Promise<InSync | undefined> {
  try {
    return JSON.parse(await readFile(join(folderOf(config), `${key}.json`), 'utf8')) as InSync
  } catch {
    return undefined
  }
}

/** Remembers it: as long as the catalog has this fingerprint, nothing has to be read or compared. */
export const rememberInSync = (config: Config, key: string, found: InSync): Promise<void> =>
  keep(folderOf(config), key, JSON.stringify(found))
