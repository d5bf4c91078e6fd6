import { quoteIdentifier } from '../../sql/identifier.js'
import { optionChanges } from '../../sql/options.js'
import type { Rules } from '../kind.js'
import type { IndexAttributes } from './index-kind.js'
import { alterIndex } from './sql.js'

export const rules: Rules<IndexAttributes> = {
  schema: 'ignore', // part of the id
  name: 'ignore', // part of the id
  inherited: 'ignore', // comes and goes with the attachment of the table
  table: 'replace',
  method: 'replace',
  unique: 'replace',
  nullsNotDistinct: 'replace',
  keys: 'replace',
  include: 'replace',
  predicate: 'replace',
  invalid: 'replace',
  options: {
    alter: (before, after) =>
      optionChanges(before.options, after.options).map((change) => `${alterIndex(after)} ${change}`),
  },
  tablespace: {
    alter: (_before, after) =>
      `${alterIndex(after)} SET TABLESPACE ${quoteIdentifier(after.tablespace ?? 'pg_default')}`,
  },
  statistics: {
    alter: (before, after) => {
      const keys = new Set([...Object.keys(before.statistics ?? {}), ...Object.keys(after.statistics ?? {})])
      return [...keys]
        .filter((key) => before.statistics?.[key] !== after.statistics?.[key])
        .map((key) => `${alterIndex(after)} ALTER COLUMN ${key} SET STATISTICS ${after.statistics?.[key] ?? -1}`)
    },
  },
}
