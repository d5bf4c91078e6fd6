import type { Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'
import { equal } from '../../catalog/json.js'
import { parentsOf, stableDescendants } from '../partition/attachment.js'
import type { ColumnAttributes } from './column.js'

interface Column {
  readonly schema: string
  readonly table: string
  readonly name: string
}

/**
 * True for a column whose parents have different defaults for it, or compute it differently: CREATE TABLE wants the child to say one,
 * and with it the column.
 */
export const isContested = ({ schema, table, name }: Column, own: Snapshot): boolean => {
  const parents = parentsOf(own, qualified(schema, table))
  // Before 16, a child could not say how it is computed.
  const kinds = own.version < 160_000 ? (['default'] as const) : (['default', 'column'] as const)
  return (
    parents.length > 1 &&
    kinds.some((kind) => new Set(parents.flatMap((parent) => expressionIn(kind, parent, name, own))).size > 1)
  )
}

/**
 * The same column of other tables, from which children that are there compute it: of parents that come to compute it in
 * different ways, the first decides how they do.
 */
export function computedLike(column: ColumnAttributes, own: Snapshot, other: Snapshot): readonly string[] {
  if (column.generated === undefined) return []
  const below = stableDescendants(qualified(column.schema, column.table), own, other)
  const idIn = (table: string): string => `column ${table}.${qualified(column.name)}`
  const computed = (table: string): unknown =>
    (own.objects.get(idIn(table))?.attributes as ColumnAttributes | undefined)?.generated
  return below.flatMap((child) => {
    const wanted = computed(child)
    if (wanted === undefined || equal(wanted, column.generated)) return []
    return parentsOf(own, child)
      .filter((parent) => !below.includes(parent) && equal(computed(parent), wanted))
      .map(idIn)
  })
}

/** Of the default, or of a column that is computed. As it is declared, a table does not say what it has from its parents. */
function expressionIn(kind: 'default' | 'column', table: string, column: string, own: Snapshot): readonly string[] {
  const found = own.objects.get(`${kind} ${table}.${qualified(column)}`)
  if (found === undefined)
    return parentsOf(own, table)
      .flatMap((parent) => expressionIn(kind, parent, column, own))
      .slice(0, 1)
  const { expression, generated } = found.attributes as { expression?: string; generated?: { expression: string } }
  const value = kind === 'default' ? expression : generated?.expression
  return value === undefined ? [] : [value]
}
