import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { optionList } from '../../sql/options.js'
import type { Kind } from '../kind.js'
import type { ViewColumnAttributes } from './view-column.js'

type Column = ViewColumnAttributes

const alterView = ({ schema, view, materialized }: Column): string =>
  `ALTER ${materialized ? 'MATERIALIZED VIEW' : 'VIEW'} ${qualified(schema, view)}`
export const alterColumn = (column: Column): string =>
  `${alterView(column)} ALTER COLUMN ${quoteIdentifier(column.name)}`

export const setDefault = (column: Column): string =>
  `${alterColumn(column)} ${column.default === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${column.default}`}`
export const setStatistics = (column: Column): string =>
  `${alterColumn(column)} SET STATISTICS ${column.statistics ?? -1}`
export const setStorage = (column: Column): string =>
  `${alterColumn(column)} SET STORAGE ${column.storage?.toUpperCase() ?? 'DEFAULT'}`
export const setCompression = (column: Column): string =>
  `${alterColumn(column)} SET COMPRESSION ${column.compression ?? 'default'}`

export const sql: Kind<Column>['sql'] = {
  // The query of the view makes the column; what is left is what differs from a fresh one.
  create: (column) => [
    ...(column.default === undefined ? [] : [setDefault(column)]),
    ...(column.statistics === undefined ? [] : [setStatistics(column)]),
    ...(column.storage === undefined ? [] : [setStorage(column)]),
    ...(column.compression === undefined ? [] : [setCompression(column)]),
    ...(column.options === undefined ? [] : [`${alterColumn(column)} SET ${optionList(column.options)}`]),
  ],
  drop: (column) => (column.default === undefined ? [] : `${alterColumn(column)} DROP DEFAULT`),
  rename: (before, after) =>
    `${alterView(after)} RENAME COLUMN ${quoteIdentifier(before.name)} TO ${quoteIdentifier(after.name)}`,
  reference: ({ schema, view, name }) => `COLUMN ${qualified(schema, view, name)}`,
}
