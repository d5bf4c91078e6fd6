import type { Snapshot } from '../catalog/snapshot.js'
import { readCatalog } from '../catalog/read.js'
import type { Database } from '../database/database.js'
import { withScratch } from '../database/scratch.js'
import { kinds } from '../kinds/index.js'
import type { History } from '../revisions/load.js'
import { currentOrigin } from '../runner/origin.js'
import { routeUp } from '../runner/route.js'
import { run } from '../runner/run.js'

/** For whom migrations are run elsewhere. */
export interface Who {
  /** The role that ran them, or would. */
  readonly as: string
  /** Roles that this history makes. */
  readonly roles: ReadonlySet<string>
}

export interface Place {
  /** Of the target. */
  readonly url: string
  readonly scratchUrl: string | undefined
  /** On a server that is thrown away: what runs there may change all of it. */
  readonly apart: boolean
}

/** An empty database to replay migrations on, with the roles of the target's server where it is on another one of ours. */
export async function onScratch<T>(
  target: Database,
  { url, scratchUrl, apart }: Place,
  { as, roles }: Who,
  use: (scratch: Database, url: string) => Promise<T>,
): Promise<T> {
  const guests = { as, others: await rolesOfOthers(target, roles) }
  return await withScratch(target, { url, apart, guests, ...(scratchUrl !== undefined && { scratchUrl }) }, use)
}

/** Roles of the cluster that migrations may speak of and have not made. */
async function rolesOfOthers({ sql }: Database, roles: ReadonlySet<string>): Promise<readonly string[]> {
  const rows = await sql.unsafe(`select rolname as name from pg_roles where rolname !~ '^pg_'`)
  return rows.map((row) => row['name'] as string).filter((name) => !roles.has(name))
}

/** Nobody else is on a scratch database. */
export const patient = { lock: 0, attempts: 1 }

/**
 * Runs revisions on a scratch database, without consent: there is nothing to lose. What they stand on is there, or among them.
 * @throws TidemarkError when one fails
 */
export async function applyOn(url: string, history: History, wanted: ReadonlySet<string>): Promise<void> {
  if (wanted.size === 0) return
  await run({
    ...{ url, command: 'up', history, lockWait: 10_000, timeouts: patient },
    route: (state) => routeUp(state, 'heads', ['all']).filter(({ revision }) => wanted.has(revision)),
    origin: currentOrigin(history.folder),
    env: withPlaceholders(history),
  })
}

/** Nothing that is made here is ever logged in to: any value will do for a secret that is not set. */
export function withPlaceholders(history: History): NodeJS.ProcessEnv {
  const statements = history.revisions.flatMap(({ steps }) => steps.flatMap(({ up, down }) => [...up, ...down]))
  const names = statements.flatMap((statement) => statement.secrets)
  return { ...Object.fromEntries(names.map((name) => [name, 'placeholder'])), ...process.env }
}

/** What a database holds. */
export async function readSnapshot(database: Database): Promise<Snapshot> {
  return readCatalog(database, kinds, async ({ snapshot }) => snapshot)
}
