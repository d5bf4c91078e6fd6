import { isInCircle } from './persistence.js'
import { optionsChange, statement } from '../../sql/foreign-options.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { optionChanges } from '../../sql/options.js'
import type { AlterRule, Rules, SqlContext } from '../kind.js'
import type { SequenceAttributes } from '../sequence/sequence.js'
import { sequenceName } from '../sequence/sql.js'
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

const persistence = ({ unlogged }: { readonly unlogged?: boolean }): string => (unlogged ? 'UNLOGGED' : 'LOGGED')

/** The sequences that a table owns get its persistence (15): those that shall have another are given that again. */
const unlogged: AlterRule<Table> = {
  alter: (_before, after, { after: side }) => {
    const owned = side.snapshot.version < 150_000 ? [] : ownedBy(after, side)
    const others = owned.filter((sequence) => persistence(sequence) !== persistence(after))
    return [
      alter(after, `SET ${persistence(after)}`),
      ...others.map((sequence) => `ALTER SEQUENCE ${sequenceName(sequence)} SET ${persistence(sequence)}`),
    ]
  },
  disturbs: (dependent, _before, _after, { before, after }) => isInCircle(dependent, before.snapshot, after.snapshot),
}

/** Sequences that a table owns all along. */
const ownedBy = ({ schema, name }: Table, side: SqlContext): SequenceAttributes[] => {
  const table = `table ${qualified(schema, name)}`
  return side.dependents(table).flatMap((id) => {
    const owner = side.get(id)
    if (owner?.kind !== 'sequence-owner' || !side.stays(id, table)) return []
    const sequence = side.get(`sequence ${sequenceName(owner.attributes as SequenceAttributes)}`)
    return (sequence?.attributes as SequenceAttributes | undefined) ?? []
  })
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
  unlogged,
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
