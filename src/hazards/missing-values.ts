import type { ColumnAttributes } from '../kinds/column/column.js'
import type { NotNullAttributes } from '../kinds/not-null/not-null.js'
import { qualified, quoteIdentifier } from '../sql/identifier.js'
import { counting, columnParts } from './held.js'
import type { HazardRule } from './hazard.js'

const why = 'PostgreSQL refuses it as long as a row has no value; nothing is lost then'
const fix =
  'give it a default, or let it be null at first, fill it with backfill(…) in a migration, and make it NOT NULL after that'

/** A new column is NOT NULL and has no default: the rows that are there would have no value. */
export const newColumnWithoutValues: HazardRule = {
  code: 'TM207',
  does: 'adds a column that is NOT NULL and has no default to a table',
  why,
  refusedAnyway: true,
  fits: (id) => id.startsWith('column '),
  held: { unit: 'rows', query: (id) => counting(columnParts(id).table) },
  judge(change, { direction, from, to, kinds }) {
    if (direction === 'down' || change.type !== 'add' || change.after.kind !== 'column') return undefined
    const { schema, table, name, inherited, generated, identity } = change.after.attributes as ColumnAttributes
    const on = `${qualified(schema, table)}.${quoteIdentifier(name)}`
    const isFilled = inherited ?? generated ?? identity ?? to.get(`default ${on}`)
    const isOld = from.get(kinds.parentOf(change.after)!) !== undefined
    if (isFilled !== undefined || !isOld || to.get(`not-null ${on}`) === undefined) return undefined
    return { what: `${change.id} is new, NOT NULL and without a default`, fix }
  },
}

/** A column becomes NOT NULL: rows may have no value in it. */
export const missingValues: HazardRule = {
  code: 'TM207',
  does: 'makes a column NOT NULL',
  why,
  refusedAnyway: true,
  fits: (id) => id.startsWith('not-null '),
  held: {
    unit: 'nulls',
    query: (id) => {
      const { table, column } = columnParts(id)
      return counting(`${table} WHERE ${column} IS NULL`)
    },
  },
  judge(change, { direction, from }) {
    if (direction === 'down' || change.type !== 'add' || change.after.kind !== 'not-null') return undefined
    const { schema, table, column, inherited, notValid } = change.after.attributes as NotNullAttributes
    const id = `column ${qualified(schema, table)}.${quoteIdentifier(column)}`
    const isChecked = !inherited && !notValid && from.get(id) !== undefined
    return isChecked ? { what: `${id} becomes NOT NULL`, fix } : undefined
  },
}
