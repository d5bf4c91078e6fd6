import { quoteIdentifier } from '../../sql/identifier.js'
import type { AlterRule, Rules } from '../kind.js'
import type { ConstraintAttributes } from './constraint.js'
import { alterTable } from './sql.js'

type Constraint = ConstraintAttributes

const deferral: AlterRule<Constraint> = {
  possible: (before) => before.type === 'foreign key',
  alter: (_before, after) =>
    `${alterTable(after)} ALTER CONSTRAINT ${quoteIdentifier(after.name)} ${
      after.deferrable ? `DEFERRABLE INITIALLY ${after.initiallyDeferred ? 'DEFERRED' : 'IMMEDIATE'}` : 'NOT DEFERRABLE'
    }`,
}

export const rules: Rules<ConstraintAttributes> = {
  schema: 'ignore', // part of the id
  table: 'ignore', // part of the id
  name: 'ignore', // part of the id
  inherited: 'ignore', // comes and goes with the attachment of the table
  type: 'replace',
  columns: 'replace',
  include: 'replace',
  nullsNotDistinct: 'replace',
  period: 'replace',
  references: 'replace',
  expression: 'replace',
  noInherit: 'replace',
  method: 'replace',
  elements: 'replace',
  predicate: 'replace',
  options: 'replace',
  tablespace: 'replace',
  deferrable: deferral,
  initiallyDeferred: deferral,
  notEnforced: 'replace',
  notValid: {
    possible: (before) => before.notValid === true,
    alter: (_before, after) => `${alterTable(after)} VALIDATE CONSTRAINT ${quoteIdentifier(after.name)}`,
  },
}
