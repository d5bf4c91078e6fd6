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
  /** How many rows or values there are to lose, where that was counted. */
  readonly held?: number
  /** Whether somebody consented, for this run or in the configuration. */
  readonly allowed?: boolean
}

/** A rule judges one change in the direction in which it is given; the way back is judged as the inverted change. */
export interface HazardRule {
  readonly code: `TM2${string}`
  /** What a migration with it does, as in “the migration drops a column”. */
  readonly does: string
  readonly why: string
  /** Whether the rule speaks of an object, by its id. */
  fits(id: string): boolean
  /** Where rows or values go: how many there are. */
  readonly held?: { readonly unit: 'rows' | 'values' | 'nulls'; query(id: string): string }
  /** Nothing is lost, since PostgreSQL refuses it: what cannot be counted is left to that. */
  readonly refusedAnyway?: true
  judge(change: Change, context: HazardContext): { readonly what: string; readonly fix?: string } | undefined
}

export interface HazardContext {
  readonly kinds: Kinds
  readonly direction: Hazard['direction']
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
  context: Omit<HazardContext, 'direction'>,
): Hazard | undefined {
  const found = rule.judge(change, { ...context, direction })
  if (found === undefined) return undefined
  const { code, why } = rule
  return { severity: 'warning', code, rule: ruleOf(code), subject: change.id, direction, id: change.id, why, ...found }
}
