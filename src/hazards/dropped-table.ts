import type { CatalogObject } from '../catalog/snapshot.js'
import type { PartitionAttributes } from '../kinds/partition/partition.js'
import { keepsRows } from '../kinds/partition/rows.js'
import type { TableAttributes } from '../kinds/table/table.js'
import { counting } from './held.js'
import type { HazardRule } from './hazard.js'

const becomesForeign = (before: CatalogObject, after: CatalogObject): boolean =>
  (before.attributes as TableAttributes).foreign === undefined &&
  (after.attributes as TableAttributes).foreign !== undefined

/** The rows of a table go with it. */
export const droppedTable: HazardRule = {
  code: 'TM201',
  does: 'drops a table',
  why: 'the way back restores the table, not its rows',
  fits: (id) => id.startsWith('table '),
  held: { unit: 'rows', query: (id) => counting(id.slice('table '.length)) },
  judge(change, { from }) {
    if (change.type === 'alter' && change.after.kind === 'table' && becomesForeign(change.before, change.after))
      return { what: `${change.id} becomes a foreign table, without its rows` }
    // A table that is made anew takes its rows along.
    if (change.type !== 'remove' || change.before.kind !== 'table') return undefined
    const partition = from.get(change.id.replace(/^table/, 'partition'))?.attributes
    if (partition !== undefined && keepsRows(partition as PartitionAttributes, from)) return undefined
    return {
      what: `${change.id} is dropped with its rows`,
    }
  },
}
