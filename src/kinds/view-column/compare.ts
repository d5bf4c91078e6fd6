import { optionChanges } from '../../sql/options.js'
import type { Rules } from '../kind.js'
import { alterColumn, setCompression, setDefault, setStatistics, setStorage } from './sql.js'
import type { ViewColumnAttributes } from './view-column.js'

export const rules: Rules<ViewColumnAttributes> = {
  schema: 'ignore', // part of the id
  view: 'ignore', // part of the id
  name: 'ignore', // part of the id
  position: 'ignore', // follows from the query
  materialized: 'replace',
  default: { alter: (_before, after) => setDefault(after) },
  statistics: { alter: (_before, after) => setStatistics(after) },
  storage: { alter: (_before, after) => setStorage(after) },
  compression: { alter: (_before, after) => setCompression(after) },
  options: {
    alter: (before, after) =>
      optionChanges(before.options, after.options).map((change) => `${alterColumn(after)} ${change}`),
  },
}
