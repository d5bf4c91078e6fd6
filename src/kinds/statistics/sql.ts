import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { Kind } from '../kind.js'
import { renameStatements } from '../type/rename.js'
import type { StatisticsAttributes } from './statistics.js'

export const statisticsName = ({ schema, name }: StatisticsAttributes): string => qualified(schema, name)

export const setTarget = (statistics: StatisticsAttributes): string =>
  `ALTER STATISTICS ${statisticsName(statistics)} SET STATISTICS ${statistics.target ?? -1}`

export const statisticsSql: Kind<StatisticsAttributes>['sql'] = {
  create: (statistics) => {
    const { schema, tableSchema, table, sorts, columns = [], expressions = [], target } = statistics
    const items = [...columns.map(quoteIdentifier), ...expressions.map((expression) => `(${expression})`)]
    const head = `CREATE STATISTICS ${statisticsName(statistics)}${sorts === undefined ? '' : ` (${sorts.join(', ')})`}`
    return [
      `${head} ON ${items.join(', ')} FROM ${qualified(tableSchema ?? schema, table)}`,
      ...(target === undefined ? [] : [setTarget(statistics)]),
    ]
  },
  drop: (statistics) => `DROP STATISTICS ${statisticsName(statistics)}`,
  rename: renameStatements('STATISTICS'),
  reference: (statistics) => `STATISTICS ${statisticsName(statistics)}`,
}
