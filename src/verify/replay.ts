import type { Snapshot } from '../catalog/snapshot.js'
import { connect } from '../database/connect.js'
import type { Database } from '../database/database.js'
import { compared } from '../check/three-way.js'
import type { Change } from '../diff/change.js'
import { rolesOfHistory } from '../autogenerate/roles.js'
import { kinds } from '../kinds/index.js'
import { ancestors } from '../revisions/graph.js'
import type { History } from '../revisions/load.js'
import type { Origin } from '../runner/origin.js'
import { routeUp } from '../runner/route.js'
import { run } from '../runner/run.js'
import { withScratchUrl } from '../runner/scratch-url.js'
import { quoteIdentifier } from '../sql/identifier.js'
import { readSnapshot } from './differences.js'
import { withPlaceholders } from './verify.js'

export interface ReplayOptions {
  readonly history: History
  readonly origin: Origin
  /** The database that is compared with. */
  readonly url: string
  readonly scratchUrl?: string
}

/** How a live database differs from what revisions give: `add` is what it has beyond them, `remove` what it lacks. */
export type Deviation = readonly Change[]

/**
 * Applies these revisions, and what they stand on, to an empty scratch database, one after the other in the order of the
 * history, and compares the live database with it: at the end, or after each one.
 */
export async function deviations(
  ids: readonly string[],
  { history, origin, url, scratchUrl }: ReplayOptions,
  onReached?: (applied: readonly string[], deviation: Deviation) => void,
): Promise<Deviation> {
  const database = await connect(url, { max: 1 })
  try {
    const live = await readSnapshot(database)
    const wanted = ancestors(history.graph, ids)
    const order = history.graph.order.filter((id) => wanted.has(id))
    return await withScratchLike(database, url, scratchUrl, async (scratchUrlOfRun) => {
      const scratch = await connect(scratchUrlOfRun, { max: 1 })
      const compare = async (): Promise<Deviation> => deviation(live, await readSnapshot(scratch), history)
      try {
        if (onReached !== undefined) onReached([], await compare())
        for (const [index, id] of order.entries()) {
          await applyOne(id, scratchUrlOfRun, history, origin)
          if (onReached !== undefined) onReached(order.slice(0, index + 1), await compare())
        }
        return await compare()
      } finally {
        await scratch.close()
      }
    })
  } finally {
    await database.close()
  }
}

async function applyOne(id: string, url: string, history: History, origin: Origin): Promise<void> {
  await run({
    ...{ url, command: 'up', history, origin, lockWait: 10_000, timeouts: { lock: 0, attempts: 1 } },
    env: withPlaceholders(history),
    route: (state) => routeUp(state, id),
  })
}

/** An embedded server of the same major, whose roles are nobody's; else the server of the database itself. */
async function withScratchLike<T>(
  { server }: Database,
  url: string,
  scratchUrl: string | undefined,
  use: (url: string) => Promise<T>,
): Promise<T> {
  if (scratchUrl !== undefined) return withScratchUrl(scratchUrl, use)
  const { startEmbedded } = await import('../database/embedded.js')
  const embedded = await startEmbedded({ major: server.major }).catch(() => undefined)
  if (embedded === undefined) return withScratchUrl(url, use)
  try {
    return await use(embedded.url)
  } finally {
    await embedded.stop()
  }
}

/** Owners that no migration names are those of whoever applied it, and roles that no migration made are the cluster's. */
function deviation(live: Snapshot, expected: Snapshot, history: History): Deviation {
  const user = quoteIdentifier(expected.user ?? '')
  const objects = [...expected.objects].filter(
    ([, { kind, attributes }]) => kind !== 'owner' || (attributes as { role?: string }).role !== user,
  )
  const made = { ...expected, objects: new Map(objects) }
  const scope = { current: made, desired: live, roles: rolesOfHistory(history), user: live.user ?? '' }
  return compared(made, live, scope, kinds).filter(
    (change) => !(change.type === 'add' && change.after.kind === 'owner'),
  )
}
