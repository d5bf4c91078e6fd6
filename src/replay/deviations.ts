import type { Snapshot } from '../catalog/snapshot.js'
import { rereading } from '../catalog/view.js'
import { connect } from '../database/connect.js'
import { compared } from '../check/three-way.js'
import type { Change } from '../diff/change.js'
import { rolesOfHistory } from '../autogenerate/roles.js'
import { kinds } from '../kinds/index.js'
import { ancestors } from '../revisions/graph.js'
import type { History } from '../revisions/load.js'
import { quoteIdentifier } from '../sql/identifier.js'
import { applyOn, onScratch, readSnapshot } from './on-scratch.js'
import { reachesCluster, reachesOut } from './reaches-cluster.js'

export interface ReplayOptions {
  readonly history: History
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
  { history, url, scratchUrl }: ReplayOptions,
  onReached?: (applied: readonly string[], deviation: Deviation) => void,
): Promise<Deviation> {
  const database = await connect(url, { max: 1 })
  try {
    const live = await readSnapshot(database)
    const wanted = ancestors(history.graph, ids)
    const order = history.graph.order.filter((id) => wanted.has(id))
    const revisions = order.map((id) => history.graph.nodes.get(id)!)
    // A scratch server that somebody names is there to be changed.
    const apart = scratchUrl === undefined && revisions.some((item) => reachesCluster(item) || reachesOut(item))
    const who = { as: database.user, roles: rolesOfHistory(history) }
    return await onScratch(database, { url, scratchUrl, apart }, who, async (empty, scratchUrlOfRun) => {
      const scratch = onReached === undefined ? empty : rereading(empty)
      const compare = async (): Promise<Deviation> => deviation(live, await readSnapshot(scratch), history)
      if (onReached === undefined) {
        await applyOn(scratchUrlOfRun, history, wanted)
        return await compare()
      }
      let found = await compare()
      onReached([], found)
      for (const [index, id] of order.entries()) {
        await applyOn(scratchUrlOfRun, history, new Set([id]))
        found = await compare()
        onReached(order.slice(0, index + 1), found)
      }
      return found
    })
  } finally {
    await database.close()
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
