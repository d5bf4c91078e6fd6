import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readCatalog } from '../catalog/read.js'
import type { Snapshot } from '../catalog/snapshot.js'
import type { Config } from '../config/config.js'
import type { Database } from '../database/database.js'
import { openDatabase } from '../database/open.js'
import { databaseName } from '../database/url.js'
import type { Desired } from '../desired/build.js'
import { rolesOfHistory } from '../autogenerate/roles.js'
import { wantedOf } from '../desired/desired.js'
import { TidemarkError } from '../errors/error.js'
import type { Kinds } from '../kinds/registry.js'
import { replay } from '../replay/replay.js'
import { ancestors } from '../revisions/graph.js'
import { loadHistory } from '../revisions/load.js'
import { resolveRef } from '../revisions/refs.js'
import { readSnapshotFile } from './snapshot-file.js'

/** Anything that a schema can be read from. */
export type Point =
  | { readonly is: 'database'; readonly url: string }
  | { readonly is: 'schema' | 'snapshot'; readonly path: string }
  | { readonly is: 'revision'; readonly ref: string }

/** What an argument names: a URL, a snapshot file, a schema file or folder, else a revision. */
export function toPoint(text: string): Point {
  if (/^postgres(ql)?:\/\//.test(text)) return { is: 'database', url: text }
  const path = resolve(text)
  if (!existsSync(path)) return { is: 'revision', ref: text }
  return { is: path.endsWith('.json') ? 'snapshot' : 'schema', path }
}

/** For people; never a password. */
export const nameOf = (text: string): string => {
  const point = toPoint(text)
  if (point.is === 'database') return databaseName(point.url)
  return point.is === 'revision' ? `revision ${text}` : text
}

/** A point with the schema that was read from it. */
export interface Read {
  readonly snapshot: Snapshot
  /** What owns an object is only said where somebody said it. */
  readonly declared: boolean
}

/** The database on whose server declarations and revisions are built: that of a URL among the points, else the one of the run. */
export async function withServer<T>(
  config: Config,
  points: readonly Point[],
  note: (text: string) => void,
  use: (server: Server) => Promise<T>,
): Promise<T> {
  const url = points.find((point) => point.is === 'database')?.url ?? config.url
  const own = { ...config, ...(url !== undefined && { url }) }
  let opened: Promise<Database> | undefined
  const server: Server = { config: own, database: () => (opened ??= openDatabase(own, { note })) }
  try {
    return await use(server)
  } finally {
    await (await opened?.catch(() => undefined))?.close()
  }
}

export interface Server {
  readonly config: Config
  /** Opened when it is first asked for: two snapshot files need none. */
  database(): Promise<Database>
}

/** @throws TidemarkError TM305 to TM307 for a reference, TM423 where revisions cannot be replayed, TM425 no snapshot. */
export async function readPoint(point: Point, server: Server, kinds: Kinds): Promise<Read> {
  if (point.is === 'snapshot') return { snapshot: await readSnapshotFile(point.path, kinds), declared: false }
  if (point.is === 'database') return { snapshot: await readUrl(point.url, server, kinds), declared: false }
  const database = await server.database()
  if (point.is === 'revision')
    return { snapshot: await readRevision(point.ref, server, database, kinds), declared: false }
  const live = await readAll(database, kinds)
  const known = { snapshot: live.snapshot, dependencies: () => Promise.resolve(live.dependencies) }
  const { desired } = await wantedOf({ ...server.config, schema: point.path }, database, Promise.resolve(known), kinds)
  return { snapshot: desired.snapshot, declared: true }
}

async function readUrl(url: string, server: Server, kinds: Kinds): Promise<Snapshot> {
  if (url === server.config.url) return (await readAll(await server.database(), kinds)).snapshot
  const database = await openDatabase({ ...server.config, url })
  try {
    return (await readAll(database, kinds)).snapshot
  } finally {
    await database.close()
  }
}

const readAll = (database: Database, kinds: Kinds): Promise<Desired> =>
  readCatalog(database, kinds, async ({ snapshot, dependencies }) => ({ snapshot, dependencies: await dependencies() }))

async function readRevision(ref: string, { config }: Server, database: Database, kinds: Kinds): Promise<Snapshot> {
  const history = await loadHistory(config.migrations)
  const wanted = ancestors(history.graph, resolveRef(ref, { graph: history.graph }))
  const { user } = database
  const roles = rolesOfHistory(history)
  const replayed = await replay(config, database, history, wanted, { as: user, user, roles }, kinds).result()
  if ('made' in replayed) return replayed.made.snapshot
  throw new TidemarkError({
    code: 'TM423',
    what: `the migrations up to ${ref} cannot be replayed on an empty database`,
    why: replayed.failed,
    fix: 'compare with a snapshot file of a database that is at this revision: tidemark snapshot > FILE',
  })
}
