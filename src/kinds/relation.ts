import type { Parent } from '../declare/declaration.js'
import { qualified } from '../sql/identifier.js'

/** The kind of a relation that is no table; a table's is left out. */
export type OtherRelation = 'view' | 'materialized-view' | 'foreign-table'

/** What an index, a trigger or a rule is on. */
export interface OnRelation {
  readonly schema: string
  readonly table: string
  /** Where it is no table. */
  readonly on?: OtherRelation
}

/** The id of the relation that an object is on. */
export const relationId = ({ schema, table, on }: OnRelation): string => `${on ?? 'table'} ${qualified(schema, table)}`

/** The relation that a declaration is a part of. */
export function onRelation({ id, schema, name: table }: Parent): OnRelation {
  const kind = id.slice(0, id.indexOf(' '))
  const isOther = kind === 'view' || kind === 'materialized-view' || kind === 'foreign-table'
  return { schema, table, ...(isOther && { on: kind }) }
}
