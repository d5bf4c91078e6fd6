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

/** The kind of a relation by its id, where it is no table. */
export function otherRelation(id: string): { on?: OtherRelation } {
  const kind = id.slice(0, id.indexOf(' '))
  return kind === 'view' || kind === 'materialized-view' || kind === 'foreign-table' ? { on: kind } : {}
}
