import type { CatalogObject } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'

const named =
  /^(TABLE|VIEW|MATERIALIZED VIEW|FOREIGN TABLE|SEQUENCE|FUNCTION|PROCEDURE|AGGREGATE|TYPE|DOMAIN|SCHEMA|COLLATION|CONVERSION|OPERATOR|STATISTICS|TEXT SEARCH (DICTIONARY|CONFIGURATION)|(PROCEDURAL )?LANGUAGE|FOREIGN DATA WRAPPER|SERVER|PUBLICATION|SUBSCRIPTION|EVENT TRIGGER) /

/** True when an object that statements name like this has an owner. */
export const ownable = (reference: string): boolean => named.test(reference)

type Find = (id: string) => CatalogObject | undefined

/** The column that a sequence belongs to, as the id of its table; such a sequence has the owner of the table. */
function tableOfSequence(target: string, find: Find): string | undefined {
  if (!target.startsWith('sequence ')) return undefined
  const link = find(`sequence-owner ${target.slice('sequence '.length)}`)
  const { column } = (link?.attributes ?? {}) as { column?: { schema: string; table: string } }
  return column && `table ${qualified(column.schema, column.table)}`
}

/** True for a sequence that has the owner of a table. */
export const ownedByColumn = ({ id }: CatalogObject, find: Find): boolean => tableOfSequence(id, find) !== undefined

/** The id of the object whose owner an object has: its own, but for the sequence of a column. */
export const ownedWith = (target: string, find: Find): string => tableOfSequence(target, find) ?? target
