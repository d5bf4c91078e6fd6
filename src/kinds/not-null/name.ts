import type { Snapshot } from '../../catalog/snapshot.js'
import { defaultName } from '../../sql/default-name.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { sameInParents } from '../partition/attachment.js'
import type { NotNullAttributes } from './not-null.js'

/** The name of the constraint behind NOT NULL, bare. */
export const bareNotNullName = ({ name, table, column }: NotNullAttributes): string =>
  name ?? defaultName([table, column], 'not_null')

export const notNullName = (object: NotNullAttributes): string => quoteIdentifier(bareNotNullName(object))

export const sameInParent = ({ schema, table, column }: NotNullAttributes, snapshot: Snapshot): readonly string[] =>
  sameInParents('not-null', qualified(schema, table), column, snapshot)

/** A child that gets the constraint from its parent gets it under the parent's name (18). */
export function nameInParent(object: NotNullAttributes, snapshot: Snapshot): string | undefined {
  const [first] = sameInParent(object, snapshot).flatMap((id) => snapshot.objects.get(id) ?? [])
  return snapshot.version < 180_000 || first === undefined
    ? undefined
    : notNullName(first.attributes as NotNullAttributes)
}

/** True for one that comes from the parent and goes by another name. */
export function isRenamed(object: NotNullAttributes, snapshot: Snapshot): boolean {
  const name = object.inherited ? nameInParent(object, snapshot) : undefined
  return name !== undefined && name !== notNullName(object)
}
