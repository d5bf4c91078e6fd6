import type { Ask } from '../runner/backends.js'
import { readMissingIndexes } from './indexes.js'
import { readPlan, requireTable, type PartitionAction, type PartitionScope } from './plan.js'

/** False in a database where Tidemark, in a version that knows policies, has never run. */
export async function hasPolicies(ask: Ask): Promise<boolean> {
  const [row] = await ask<{ there: boolean }>(`select to_regclass('tidemark.former_partition') is not null as there`)
  return row!.there
}

export type Maintaining = 'maintain' | 'repair' | 'archive'

/** What `maintain` does; `repair` lets nothing go, and builds missing indexes; `archive` does nothing but that. */
export async function planOf(
  command: Maintaining,
  ask: Ask,
  scope: PartitionScope,
): Promise<readonly PartitionAction[]> {
  const isKnown = await hasPolicies(ask)
  await requireTable(ask, scope, isKnown)
  if (!isKnown) return []
  const plan = await readPlan(ask, scope)
  if (command === 'maintain') return plan
  if (command === 'archive') return plan.filter(({ action }) => action === 'archive' || action === 'finalize')
  const kept = plan.filter(({ reason }) => reason !== 'expired')
  return [...kept, ...(await readMissingIndexes(ask, scope))]
}
