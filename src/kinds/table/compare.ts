import { optionsChange, statement } from '../../sql/foreign-options.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { optionChanges } from '../../sql/options.js'
import type { AlterRule, Rules } from '../kind.js'
import { columnsKeepOrder } from './column-order.js'
import { foreignOptionsOf } from './foreign.js'
import type { TableAttributes } from './table.js'

type Table = TableAttributes
const alter = (table: Table, action: string): string => `ALTER TABLE ${qualified(table.schema, table.name)} ${action}`
const rule = (action: (before: Table, after: Table) => string): AlterRule<Table> => ({
  alter: (before, after) => alter(after, action(before, after)),
})

export const rowSecurity = (table: Table): string => `${table.rowSecurity ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY`
export const forceRowSecurity = (table: Table): string =>
  `${table.forceRowSecurity ? 'FORCE' : 'NO FORCE'} ROW LEVEL SECURITY`

const foreign: AlterRule<Table> = {
  alter: (before, after) => {
    const change = optionsChange(foreignOptionsOf(before), foreignOptionsOf(after), after.name)
    return change === undefined ? [] : statement(`ALTER FOREIGN TABLE ${qualified(after.schema, after.name)}`, change)
  },
}

export const rules: Rules<TableAttributes> = {
  schema: 'ignore', // part of the id
  name: 'ignore', // part of the id
  partitionBy: 'replace',
  of: {
    ...rule((_before, after) => (after.of === undefined ? 'NOT OF' : `OF ${after.of}`)),
    // The columns stand as those of the type do.
    possible: (_before, after, context) =>
      after.of === undefined || columnsKeepOrder(`table ${qualified(after.schema, after.name)}`, context),
  },
  unlogged: rule((_before, after) => `SET ${after.unlogged ? 'UNLOGGED' : 'LOGGED'}`),
  options: {
    alter: (before, after) => optionChanges(before.options, after.options).map((change) => alter(after, change)),
  },
  tablespace: rule((_before, after) => `SET TABLESPACE ${quoteIdentifier(after.tablespace ?? 'pg_default')}`),
  accessMethod: rule((_before, after) => `SET ACCESS METHOD ${quoteIdentifier(after.accessMethod ?? 'heap')}`),
  rowSecurity: rule((_before, after) => rowSecurity(after)),
  forceRowSecurity: rule((_before, after) => forceRowSecurity(after)),
  foreign: 'replace',
  foreignOptions: foreign,
  foreignSecrets: foreign,
  foreignVariables: 'ignore', // only said by declarations
}
