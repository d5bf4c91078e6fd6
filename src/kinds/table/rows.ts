import { qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import type { ColumnAttributes } from '../column/column.js'
import { filling } from '../column/filling.js'
import { waitingValue, waitsAsText } from '../column/waiting.js'
import type { SqlContext } from '../kind.js'
import { parentsOf, partsOf } from '../partition/attachment.js'
import { conversion } from '../type/conversion.js'
import type { TableAttributes } from './table.js'
import { besideName } from '../../sql/default-name.js'

const nameOf = ({ schema, name }: TableAttributes): string => qualified(schema, name)
/** The table in which the rows wait meanwhile. */
export const asideName = ({ name }: TableAttributes): string => besideName(name, ' aside')
const asideOf = (table: TableAttributes): string => qualified(table.schema, asideName(table))

const isForeign = (table: TableAttributes, side: SqlContext): boolean =>
  (side.get(`table ${nameOf(table)}`)?.attributes as TableAttributes | undefined)?.foreign !== undefined

/** The rows of a partition move with those of a parent that is made anew; a foreign table's are not ours, and it takes none. */
export const isMoved = (table: TableAttributes, side: SqlContext): boolean =>
  [side, side.opposite].every(
    (one) => !isForeign(table, one) && !parentsOf(one.snapshot, nameOf(table)).some((parent) => isAnew(parent, one)),
  )

const isAnew = (table: string, side: SqlContext): boolean =>
  side.opposite.get(`table ${table}`) !== undefined && !side.stays(`table ${table}`)

const columnsOf = (table: TableAttributes, side: SqlContext): ColumnAttributes[] =>
  partsOf(side.snapshot, nameOf(table))
    .flatMap(({ kind, attributes }) => (kind === 'column' ? [attributes as ColumnAttributes] : []))
    .sort((a, b) => a.position - b.position)

/** Copies the rows into a table beside this one; those of tables that inherit from it stay where they are. */
function aside(table: TableAttributes, side: SqlContext): string {
  const columns = columnsOf(table, side)
  const values = columns.map((column) => waitingValue(column, waitsAsText(column, side), side))
  const list = columns.some((column) => waitsAsText(column, side)) ? values.join(', ') : '*'
  const from = `${table.partitionBy === undefined ? 'ONLY ' : ''}${nameOf(table)}`
  return `CREATE TABLE ${asideOf(table)} AS SELECT ${list} FROM ${from}`
}

/** Puts the rows back, as far as there are columns for them; a row that fits no partition is an error. */
function back(table: TableAttributes, side: SqlContext): string[] {
  const before = new Map(columnsOf(table, side.opposite).map((column) => [column.name, column]))
  const all = columnsOf(table, side).filter(({ generated }) => generated === undefined)
  const columns = all.filter(({ name }) => before.has(name))
  const filled = all.flatMap((column) => {
    const value = before.has(column.name) ? undefined : filling(column, side)
    return value === undefined ? [] : [{ name: column.name, value }]
  })
  const names = [...columns, ...filled].map(({ name }) => quoteIdentifier(name)).join(', ')
  const values = columns.map(({ name, type }) => {
    const held = before.get(name)!
    const from = waitsAsText(held, side.opposite) ? 'text' : held.type
    const own = quoteIdentifier(name)
    return from === type ? own : (conversion(own, from, type) ?? `${own}::${type}`)
  })
  const identities = columns.filter(({ identity }) => identity !== undefined)
  const overriding = identities.length > 0 ? ' OVERRIDING SYSTEM VALUE' : ''
  const insert = `INSERT INTO ${nameOf(table)} (${names})${overriding} SELECT ${[...values, ...filled.map(({ value }) => value)].join(', ')} FROM ${asideOf(table)}`
  return [
    ...(columns.length === 0 ? [] : [insert]),
    ...identities.map(
      ({ name }) =>
        `SELECT setval(pg_get_serial_sequence(${quoteLiteral(nameOf(table))}, ${quoteLiteral(name)}), max(${quoteIdentifier(name)})) FROM ${nameOf(table)}`,
    ),
    `DROP TABLE ${asideOf(table)}`,
  ]
}

/** A table that becomes partitioned, stops being so or gets another key is made anew, with a copy of its rows. */
export const rows = {
  aside: (table: TableAttributes, side: SqlContext): string[] => (isMoved(table, side) ? [aside(table, side)] : []),
  back: (table: TableAttributes, side: SqlContext): string[] => (isMoved(table, side) ? back(table, side) : []),
}
