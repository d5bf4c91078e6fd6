import type { HazardRule } from './hazard.js'

/** The rows of a table go with it. */
export const droppedTable: HazardRule = {
  code: 'TM201',
  judge(change, { replaced }) {
    const object = change.type === 'remove' || change.type === 'alter' ? change.before : undefined
    if (object?.kind !== 'table' || (change.type === 'alter' && !replaced)) return undefined
    return {
      what:
        change.type === 'alter'
          ? `${change.id} is dropped and created again, with its rows gone`
          : `${change.id} is dropped with its rows`,
      why: 'the way back restores the table, not its rows',
    }
  },
}
