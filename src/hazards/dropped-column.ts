import type { ColumnAttributes } from '../kinds/column/column.js'
import { countingValues } from './held.js'
import type { HazardRule } from './hazard.js'

/** The values of a column go with it, unless they are computed from others. */
export const droppedColumn: HazardRule = {
  code: 'TM203',
  does: 'drops a column',
  why: 'the way back restores the column, not its values',
  fits: (id) => id.startsWith('column '),
  held: { unit: 'values', query: countingValues },
  judge(change, { to, kinds }) {
    if (change.type === 'alter' && change.before.kind === 'column') {
      const generated = (object: typeof change.before): boolean =>
        (object.attributes as ColumnAttributes).generated !== undefined
      if (generated(change.before) || !generated(change.after)) return undefined
      return {
        what: `${change.id} becomes a generated column, and its values go`,
      }
    }
    if (change.type !== 'remove' || change.before.kind !== 'column') return undefined
    if ((change.before.attributes as ColumnAttributes).generated !== undefined) return undefined
    // With its table the rows go anyway: that is said once, of the table.
    if (to.get(kinds.parentOf(change.before)!) === undefined) return undefined
    return { what: `${change.id} is dropped with its values` }
  },
}
