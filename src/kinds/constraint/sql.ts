import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { optionList } from '../../sql/options.js'
import type { Kind } from '../kind.js'
import type { ConstraintAttributes, References } from './constraint.js'

type Constraint = ConstraintAttributes

const columnList = (columns: readonly string[], period = false): string =>
  `(${columns.map(quoteIdentifier).join(', ')}${period ? ' WITHOUT OVERLAPS' : ''})`
const periodList = (columns: readonly string[]): string =>
  `(${columns.map((column, index) => (index === columns.length - 1 ? `PERIOD ${quoteIdentifier(column)}` : quoteIdentifier(column))).join(', ')})`

function referencesText(constraint: Constraint, references: References): string {
  const { schema, table, columns, match, onUpdate, onDelete, onDeleteColumns } = references
  return [
    `FOREIGN KEY ${constraint.period ? periodList(constraint.columns!) : columnList(constraint.columns!)}`,
    `REFERENCES ${qualified(schema, table)} ${constraint.period ? periodList(columns) : columnList(columns)}`,
    match && 'MATCH FULL',
    onUpdate && `ON UPDATE ${onUpdate.toUpperCase()}`,
    onDelete && `ON DELETE ${onDelete.toUpperCase()}`,
    onDeleteColumns && columnList(onDeleteColumns),
  ]
    .filter(Boolean)
    .join(' ')
}

function body(constraint: Constraint): string {
  const { type, columns, elements, method, predicate, expression, references, period } = constraint
  switch (type) {
    case 'primary key':
      return `PRIMARY KEY ${columnList(columns!, period)}`
    case 'unique':
      return `UNIQUE ${constraint.nullsNotDistinct ? 'NULLS NOT DISTINCT ' : ''}${columnList(columns!, period)}`
    case 'foreign key':
      return referencesText(constraint, references!)
    case 'check':
      return `CHECK (${expression})${constraint.noInherit ? ' NO INHERIT' : ''}`
    case 'exclude':
      return `EXCLUDE USING ${method} (${elements!.map(({ key, operator }) => `${key} WITH ${operator}`).join(', ')})${
        predicate === undefined ? '' : ` WHERE (${predicate})`
      }`
  }
}

/** `CONSTRAINT name UNIQUE (a, b) DEFERRABLE` (Manual, CREATE TABLE, table_constraint). */
export function definition(constraint: Constraint): string {
  const index = [
    constraint.include && `INCLUDE ${columnList(constraint.include)}`,
    constraint.options && `WITH ${optionList(constraint.options)}`,
    constraint.tablespace && `USING INDEX TABLESPACE ${quoteIdentifier(constraint.tablespace)}`,
  ]
  // The parts of an index stand before the predicate of an exclusion.
  const [head, where] = body(constraint).split(/ (?=WHERE \()/)
  return [
    `CONSTRAINT ${quoteIdentifier(constraint.name)}`,
    constraint.type === 'exclude' ? head : body(constraint),
    ...index,
    constraint.type === 'exclude' ? where : undefined,
    constraint.deferrable && 'DEFERRABLE',
    constraint.initiallyDeferred && 'INITIALLY DEFERRED',
    constraint.notEnforced && 'NOT ENFORCED',
    constraint.notValid && 'NOT VALID',
  ]
    .filter(Boolean)
    .join(' ')
}

export const alterTable = ({ schema, table }: Constraint): string => `ALTER TABLE ${qualified(schema, table)}`

export const sql: Kind<ConstraintAttributes>['sql'] = {
  create: (constraint) => `${alterTable(constraint)} ADD ${definition(constraint)}`,
  drop: (constraint) => `${alterTable(constraint)} DROP CONSTRAINT ${quoteIdentifier(constraint.name)}`,
  // In CREATE TABLE a constraint is valid at once.
  clause: (constraint) => (constraint.notValid ? undefined : definition(constraint)),
  rename: (before, after) =>
    `${alterTable(after)} RENAME CONSTRAINT ${quoteIdentifier(before.name)} TO ${quoteIdentifier(after.name)}`,
  reference: ({ schema, table, name }) => `CONSTRAINT ${quoteIdentifier(name)} ON ${qualified(schema, table)}`,
}
