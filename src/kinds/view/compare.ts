import { equal } from '../../catalog/json.js'
import { qualified } from '../../sql/identifier.js'
import { optionChanges } from '../../sql/options.js'
import type { AlterRule, Rules } from '../kind.js'
import { create } from './sql.js'
import type { ViewAttributes } from './view.js'

/** CREATE OR REPLACE VIEW keeps every column that there is; it can only add others behind them. */
function keepsColumns({ columns: before = [] }: ViewAttributes, { columns: after = [] }: ViewAttributes): boolean {
  return before.every((column, index) => equal(column, after[index]))
}

const replaced: AlterRule<ViewAttributes> = {
  possible: keepsColumns,
  alter: (_before, after) => create(after, { replace: true }),
}

const options: AlterRule<ViewAttributes> = {
  alter: (before, after) => {
    const isCreated = before.definition !== after.definition || !equal(before.columns, after.columns)
    if (isCreated) return []
    return optionChanges(before.options, after.options).map(
      (change) => `ALTER VIEW ${qualified(after.schema, after.name)} ${change}`,
    )
  },
}

export const rules: Rules<ViewAttributes> = {
  schema: 'ignore', // part of the id
  name: 'ignore', // part of the id
  definition: replaced,
  columns: replaced,
  options,
}
