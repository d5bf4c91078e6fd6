import type { Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'
import { isDeclaredToo, sameInParents } from '../partition/attachment.js'
import type { ConstraintAttributes } from './constraint.js'

/** The parents' checks that are NOT VALID and that a child has its own from. */
export const uncheckedAbove = ({ schema, table, name }: ConstraintAttributes, own: Snapshot): readonly string[] =>
  sameInParents('constraint', qualified(schema, table), name, own).filter(
    (id) => 'notValid' in (own.objects.get(id)?.attributes ?? {}),
  )

/**
 * True for a check that a child only has from a parent, where it is NOT VALID, and whose rows in the child were looked at:
 * the child came later, or VALIDATE CONSTRAINT was for it alone.
 */
export const isValidAlone = (constraint: ConstraintAttributes, own: Snapshot): boolean =>
  constraint.type === 'check' &&
  constraint.inherited === true &&
  !isDeclaredToo(constraint) &&
  !constraint.notValid &&
  uncheckedAbove(constraint, own).length > 0
