import type { Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'
import { parentsOf } from '../partition/attachment.js'

interface Column {
  readonly schema: string
  readonly table: string
  readonly name: string
}

/**
 * True for a column whose parents have different defaults for it: CREATE TABLE wants the child to say one, and with it the
 * column.
 */
export const isContested = ({ schema, table, name }: Column, own: Snapshot): boolean => {
  const parents = parentsOf(own, qualified(schema, table))
  return parents.length > 1 && new Set(parents.flatMap((parent) => defaultIn(parent, name, own))).size > 1
}

/** As it is declared, a table does not say what it has from its parents. */
function defaultIn(table: string, column: string, own: Snapshot): readonly string[] {
  const found = own.objects.get(`default ${table}.${qualified(column)}`)
  if (found === undefined)
    return parentsOf(own, table)
      .flatMap((parent) => defaultIn(parent, column, own))
      .slice(0, 1)
  const { expression } = found.attributes as { readonly expression?: string }
  return expression === undefined ? [] : [expression]
}
