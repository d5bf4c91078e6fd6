import { judgePair } from './pair.js'
import { roundTrip } from './round-trip.js'
import { openSides } from './sides.js'
import { openVerdicts } from './verdicts.js'

/** What a unit can be judged on. `exam` stands for what kept it from being judged. */
export const directions = ['forward', 'down', 'swapped', 'swapped down', 'round trip', 'exam']

/**
 * Judges one unit in a folder of its own.
 *
 * @param {import('./units.js').Unit} unit
 * @param {{ cluster: object, folder: string, wanted: Set<string>, tool?: string, timeoutMs: number, keep: boolean }} options
 * @returns {Promise<import('./verdicts.js').Verdict[]>}
 */
export async function judge(unit, { cluster, folder, wanted, keep, ...options }) {
  const sides = openSides(unit, cluster)
  const verdicts = openVerdicts(folder, options)
  const blame = (failure) => verdicts.add('exam', folder, { failure })
  const roles = unit.alone ? cluster.newRoles : async () => []
  const context = { unit, sides, verdicts, wanted, roles }
  try {
    if (!unit.roundTripOnly && (wanted.has('forward') || wanted.has('swapped'))) await judgePair(context)
    if (wanted.has('round trip') && (unit.roundTripOnly || wanted.size === 1)) {
      const place = verdicts.place('round-trip')
      await verdicts.decide('round trip', place, () => roundTrip(context, place))
    }
  } catch (error) {
    blame(error)
  }
  if (!keep) await sides.dropAll().catch(blame)
  return verdicts.list
}
