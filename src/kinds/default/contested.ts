import type { Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'
import { parentsOf } from '../partition/attachment.js'

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
  const said = own.version < 160_000 ? [defaultIn] : [defaultIn, generatedIn]
  return (
    parents.length > 1 && said.some((find) => new Set(parents.flatMap((parent) => find(parent, name, own))).size > 1)
  )
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

function generatedIn(table: string, column: string, own: Snapshot): readonly string[] {
  const found = own.objects.get(`column ${table}.${qualified(column)}`)
  if (found === undefined)
    return parentsOf(own, table)
      .flatMap((parent) => generatedIn(parent, column, own))
      .slice(0, 1)
  const { generated } = found.attributes as { readonly generated?: { readonly expression: string } }
  return generated === undefined ? [] : [generated.expression]
}
