import { isSame } from '../revisions/checksum.js'
import { emptySnapshot, type Snapshot } from '../catalog/snapshot.js'
import type { Config } from '../config/config.js'
import type { Database } from '../database/database.js'
import { kinds } from '../kinds/index.js'
import type { State } from '../runner/route.js'
import { replay, type Replaying } from './replay.js'

/** True while a migration waits to be applied. */
export const isWaiting = ({ graph, applied }: State): boolean => graph.order.some((id) => !applied.has(id))

/** Why a replay of the files would not tell what the database holds. */
export function cannotTell({ graph, applied }: State): string | undefined {
  for (const id of graph.order) {
    const { migration, row } = graph.nodes.get(id)!
    if (migration === undefined) return `the revision ${id} has no file`
    if (row !== undefined && !applied.has(id)) return `the revision ${id} is half applied`
    if (row !== undefined && !isSame(migration, row.checksum))
      return `the revision ${id} was edited after it was applied`
  }
  return undefined
}

/** What the history makes of an empty database, as the role that migrates this one. */
export interface Replays {
  /** The applied revisions, and all; one and the same where nothing waits. */
  readonly applied: Replaying
  readonly all: Replaying
  /** What an empty database holds. */
  birth(): Promise<Snapshot>
}

export function replaysOf(
  config: Config,
  database: Database,
  state: State,
  { user, roles }: { user: string; roles: ReadonlySet<string> },
): Replays {
  const [last] = [...state.ledger.rows.values()].sort((a, b) => b.appliedAt.getTime() - a.appliedAt.getTime())
  const who = { as: last?.role ?? user, user, roles }
  const of = (wanted: ReadonlySet<string>): Replaying => replay(config, database, state.history, wanted, who, kinds)
  const applied = of(state.applied)
  return {
    applied,
    all: isWaiting(state) ? of(new Set(state.graph.order)) : applied,
    birth: async () => {
      const empty = await of(new Set()).result()
      return 'made' in empty ? empty.made.snapshot : emptySnapshot(database.server.version)
    },
  }
}
