import type { Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'
import { isDeclaredToo, sameInParents } from '../partition/attachment.js'
import type { ConstraintAttributes } from './constraint.js'

/** The parents' constraints that are NOT VALID and that a child has its own from. */
export const uncheckedAbove = (
  { schema, table, name, inherited }: ConstraintAttributes,
  own: Snapshot,
): readonly string[] =>
  (typeof inherited === 'string'
    ? [`constraint ${inherited}`]
    : sameInParents('constraint', qualified(schema, table), name, own)
  ).filter((id) => 'notValid' in (own.objects.get(id)?.attributes ?? {}))

/**
 * True for a check or a foreign key (18) that a child only has from a parent, where it is NOT VALID, and whose rows in the child
 * were looked at: the child came later, or VALIDATE CONSTRAINT was for it alone.
 */
export const isValidAlone = (constraint: ConstraintAttributes, own: Snapshot): boolean =>
  isFromParent(constraint) &&
  !isDeclaredToo(constraint) &&
  !constraint.notValid &&
  uncheckedAbove(constraint, own).length > 0

export const isFromParent = ({ type, inherited }: ConstraintAttributes): boolean =>
  (type === 'check' || type === 'foreign key') && inherited !== undefined
