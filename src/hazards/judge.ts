import { invert, type Change } from '../diff/change.js'
import type { Kinds } from '../kinds/registry.js'
import { alterRules } from '../plan/nodes.js'
import type { Side } from '../plan/side.js'
import { toHazard, type Hazard } from './hazard.js'
import { rules } from './rules.js'

/** What the changes cost: the way there first, then the way back. */
export function judgeHazards(changes: readonly Change[], current: Side, desired: Side, kinds: Kinds): Hazard[] {
  const judge = (change: Change, direction: Hazard['direction'], from: Side, to: Side): Hazard[] => {
    const replaced = change.type === 'alter' && alterRules(change, from, to, kinds) === undefined
    return rules.flatMap((rule) => toHazard(rule, change, direction, { kinds, from, to, replaced }) ?? [])
  }
  return [
    ...changes.flatMap((change) => judge(change, 'up', current, desired)),
    ...changes.flatMap((change) => judge(invert(change), 'down', desired, current)),
  ]
}
