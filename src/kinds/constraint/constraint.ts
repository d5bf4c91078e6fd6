import { qualified } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { rules } from './compare.js'
import { render } from './render.js'
import { introspection, type Row } from './introspect.js'
import { sql } from './sql.js'

export type Action = 'restrict' | 'cascade' | 'set null' | 'set default'

export interface References {
  readonly schema: string
  readonly table: string
  readonly columns: readonly string[]
  readonly match?: 'full'
  readonly onUpdate?: Action
  readonly onDelete?: Action
  /** The columns that SET NULL and SET DEFAULT set, where they are not all. */
  readonly onDeleteColumns?: readonly string[]
}

/** An element of an exclusion constraint: a key and the operator that must not hold between two rows. */
export interface ExclusionElement {
  /** As it stands in the definition: a quoted column or an expression, with collation, operator class and order. */
  readonly key: string
  readonly operator: string
}

export interface ConstraintAttributes {
  readonly schema: string
  readonly table: string
  readonly name: string
  readonly type: 'primary key' | 'unique' | 'foreign key' | 'check' | 'exclude'
  /** In key order; for a check and an exclusion left out. */
  readonly columns?: readonly string[]
  /** INCLUDE columns. */
  readonly include?: readonly string[]
  readonly nullsNotDistinct?: boolean
  /** WITHOUT OVERLAPS of a key, PERIOD of a foreign key (18): the last column is a range. */
  readonly period?: boolean
  readonly references?: References
  /** The expression of a check. */
  readonly expression?: string
  readonly noInherit?: boolean
  readonly method?: string
  readonly elements?: readonly ExclusionElement[]
  readonly predicate?: string
  /** Storage parameters of the index behind it. */
  readonly options?: readonly string[]
  readonly tablespace?: string
  readonly deferrable?: boolean
  readonly initiallyDeferred?: boolean
  readonly notValid?: boolean
  readonly notEnforced?: boolean
  /** There because a parent table has it. */
  readonly inherited?: boolean
}

/** A constraint of a table (Manual, 5.5). */
export const constraintKind = defineKind<ConstraintAttributes, Row>({
  name: 'constraint',
  introspection,
  rules,
  identity: ({ schema, table, name }) => qualified(schema, table, name),
  parent: ({ schema, table }) => `table ${qualified(schema, table)}`,
  requires: ({ schema, table, columns = [], include = [], references }) => [
    ...[...columns, ...include].map((column) => `column ${qualified(schema, table, column)}`),
    ...(references === undefined
      ? []
      : [
          `table ${qualified(references.schema, references.table)}`,
          ...references.columns.map((column) => `column ${qualified(references.schema, references.table, column)}`),
        ]),
  ],
  slots: ({ schema, table, name, type }) => [
    `constraint ${qualified(schema, table, name)}`,
    ...(type === 'check' || type === 'foreign key' ? [] : [`relation ${qualified(schema, name)}`]),
  ],
  implied: ({ inherited }) => inherited === true,
  sql,
  render,
})
