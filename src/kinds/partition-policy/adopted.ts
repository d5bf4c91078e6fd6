import type { Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'

/** True for a partition, at whatever depth, of a table that is to have a policy: it becomes the policy's. */
export function isAdopted(table: string, { current, desired }: { current: Snapshot; desired: Snapshot }): boolean {
  const partition = current.objects.get(`partition ${table}`)
  if (partition === undefined) return false
  const { parent } = partition.attributes as { parent: { schema: string; name: string } }
  const above = qualified(parent.schema, parent.name)
  return desired.objects.has(`partition-policy ${above}`) || isAdopted(above, { current, desired })
}
