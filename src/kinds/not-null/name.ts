import type { Snapshot } from '../../catalog/snapshot.js'
import { defaultName } from '../../sql/default-name.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { ancestorsOf, sameInParents } from '../partition/attachment.js'
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

/** True for one that gets another name while those above it keep theirs: of several parents the one whose name it has comes or goes. */
export function isRenamedAlone(object: NotNullAttributes, own: Snapshot, other: Snapshot): boolean {
  const table = qualified(object.schema, object.table)
  const changesIn = (item: string): boolean => {
    const id = `not-null ${item}.${quoteIdentifier(object.column)}`
    const [here, there] = [own, other].map((side) => side.objects.get(id)?.attributes as NotNullAttributes | undefined)
    return here !== undefined && there !== undefined && notNullName(here) !== notNullName(there)
  }
  return changesIn(table) && !ancestorsOf(own, table).some(changesIn)
}
