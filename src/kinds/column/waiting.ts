import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { SqlContext } from '../kind.js'
import { rowTypes, typeKinds } from '../type/type-kinds.js'
import type { ColumnAttributes } from './column.js'

/** True for a column with a collation of its own or of a domain that it is of. */
const isCollated = (id: string, side: SqlContext): boolean =>
  side.dependencies(id).some((need) => {
    const kind = side.get(need)?.kind ?? ''
    return kind === 'collation' || (typeKinds.has(kind) && isCollated(need, side))
  })

/**
 * A type that comes or goes in the plan cannot be that of a table which stands there all along: while its own is made anew the
 * values of a column of it wait as text.
 */
export const waitsAsText = ({ schema, table, name }: ColumnAttributes, side: SqlContext): boolean =>
  side.dependencies(`column ${qualified(schema, table, name)}`).some((id) => {
    const kind = side.get(id)?.kind ?? ''
    const isType = typeKinds.has(kind) || (rowTypes.has(kind) && id !== `table ${qualified(schema, table)}`)
    return isType && !side.stays(id)
  })

/**
 * How the values of a column wait in a table that stands while its own is made anew: as text where their type comes or goes
 * meanwhile. That text would have the collation of the column or of its domain, which may go too.
 */
export function waitingValue(column: ColumnAttributes, isText: boolean, side: SqlContext): string {
  const name = quoteIdentifier(column.name)
  if (!isText) return name
  const isFree = !isCollated(`column ${qualified(column.schema, column.table)}.${name}`, side)
  return `${name}::text${isFree ? '' : ' COLLATE "default"'} AS ${name}`
}
