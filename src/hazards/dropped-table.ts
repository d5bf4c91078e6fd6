import type { HazardRule } from './hazard.js'

/** The rows of a table go with it. */
export const droppedTable: HazardRule = {
  code: 'TM201',
  judge(change) {
    // A table that is made anew takes its rows along.
    if (change.type !== 'remove' || change.before.kind !== 'table') return undefined
    return {
      what: `${change.id} is dropped with its rows`,
      why: 'the way back restores the table, not its rows',
    }
  },
}
