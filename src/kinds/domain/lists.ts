import type { Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'
import type { ColumnAttributes } from '../column/column.js'
import type { DomainConstraintAttributes } from './constraint.js'

/*
 * PostgreSQL adds no constraint to a domain of which lists are in a column. Where a column becomes such a list, or is one no more,
 * the constraints of the domain come and go, and come back, while it is none.
 */

const typeIn = (id: string, { objects }: Snapshot): string | undefined =>
  (objects.get(id)?.attributes as ColumnAttributes | undefined)?.type

/** Constraints of the domain of which a column is a list here, and not on the other side. */
export function constraintsOfItems(column: ColumnAttributes, own: Snapshot, other: Snapshot): readonly string[] {
  const { schema, table, name, type } = column
  const before = typeIn(`column ${qualified(schema, table, name)}`, other)
  if (!type.endsWith('[]') || before === undefined || before.endsWith('[]')) return []
  const domain = own.objects.get(`domain ${type.slice(0, -2)}`)?.attributes as { schema: string; name: string }
  if (domain === undefined) return []
  const prefix = `domain-constraint ${qualified(domain.schema, domain.name)}.`
  return [...own.objects.keys()].filter((id) => id.startsWith(prefix))
}

/** Columns that are lists of the domain of a constraint on the other side, and not here. */
export function columnsNoLists(
  { schema, domain }: DomainConstraintAttributes,
  own: Snapshot,
  other: Snapshot,
): readonly string[] {
  const list = `${qualified(schema, domain)}[]`
  return [...other.objects.values()].flatMap(({ id, kind, attributes }) => {
    const isList = kind === 'column' && (attributes as ColumnAttributes).type === list
    const type = isList ? typeIn(id, own) : undefined
    return type === undefined || type.endsWith('[]') ? [] : [id]
  })
}
