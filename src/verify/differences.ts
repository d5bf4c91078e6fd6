import type { Snapshot } from '../catalog/snapshot.js'
import type { Change } from '../diff/change.js'
import { differing } from '../diff/diff.js'
import { kinds } from '../kinds/index.js'

/**
 * Every difference between two states of one database, sorted by id. Unlike a plan it leaves nothing out: a role that
 * nobody declared counts, and so does what goes with something else. The order of columns, which no step can restore, does not.
 */
export function differences(before: Snapshot, after: Snapshot): readonly Change[] {
  const changes: Change[] = []
  for (const [id, object] of before.objects) {
    const other = after.objects.get(id)
    if (other === undefined) changes.push({ type: 'remove', id, before: object })
    else {
      const attributes = differing(object, other, kinds)
      if (attributes.length > 0) changes.push({ type: 'alter', id, before: object, after: other, attributes })
    }
  }
  for (const [id, object] of after.objects)
    if (!before.objects.has(id)) changes.push({ type: 'add', id, after: object })
  return changes.sort((a, b) => (a.id < b.id ? -1 : 1))
}
