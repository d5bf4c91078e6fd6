import type { HazardRule } from './hazard.js'

/** A role exists for the whole cluster, and its password is nowhere else. */
export const droppedRole: HazardRule = {
  code: 'TM205',
  does: 'drops a role for all databases of the cluster',
  why: 'the way back restores the role without its password, and without what other databases granted it',
  fits: (id) => id.startsWith('role '),
  judge(change) {
    if (change.type !== 'remove' || change.before.kind !== 'role') return undefined
    return {
      what: `${change.id} is dropped for all databases of the cluster`,
    }
  },
}
