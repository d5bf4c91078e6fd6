import type { Rules } from '../kind.js'
import { setTarget } from './sql.js'
import type { StatisticsAttributes } from './statistics.js'

export const rules: Rules<StatisticsAttributes> = {
  schema: 'ignore', // part of the id
  name: 'ignore', // part of the id
  tableSchema: 'replace',
  table: 'replace',
  on: 'replace',
  sorts: 'replace',
  columns: 'replace',
  expressions: 'replace',
  target: { alter: (_before, after) => setTarget(after) },
}
