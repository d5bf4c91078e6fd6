import type { HazardRule } from './hazard.js'

/** A role exists for the whole cluster, and its password is nowhere else. */
export const droppedRole: HazardRule = {
  code: 'TM205',
  judge(change) {
    if (change.type !== 'remove' || change.before.kind !== 'role') return undefined
    return {
      what: `${change.id} is dropped for all databases of the cluster`,
      why: 'the way back restores the role without its password, and without what other databases granted it',
    }
  },
}
