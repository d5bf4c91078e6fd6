import type { Change } from '../diff/change.js'
import { ruleOf } from '../errors/codes.js'
import type { Diagnostic } from '../errors/error.js'
import type { Kinds } from '../kinds/registry.js'
import type { Side } from '../plan/side.js'

/** What a change costs in one direction, over and above its statements. */
export interface Hazard extends Diagnostic {
  readonly severity: 'warning'
  readonly direction: 'up' | 'down'
  /** The change that it comes from. */
  readonly id: string
}

/** A rule judges one change in the direction in which it is given; the way back is judged as the inverted change. */
export interface HazardRule {
  readonly code: `TM2${string}`
  judge(
    change: Change,
    context: HazardContext,
  ): { readonly what: string; readonly why?: string; readonly fix?: string } | undefined
}

export interface HazardContext {
  readonly kinds: Kinds
  /** The side that the change leads from, and the one that it leads to. */
  readonly from: Side
  readonly to: Side
  /** True when the object is dropped and created again. */
  readonly replaced: boolean
}

export function toHazard(
  rule: HazardRule,
  change: Change,
  direction: Hazard['direction'],
  context: HazardContext,
): Hazard | undefined {
  const found = rule.judge(change, context)
  if (found === undefined) return undefined
  const { code } = rule
  return { severity: 'warning', code, rule: ruleOf(code), subject: change.id, direction, id: change.id, ...found }
}
