import { qualified } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { rules } from './compare.js'
import { render } from './render.js'
import { introspection, type Row } from './introspect.js'
import { sql } from './sql.js'

/** One key of an index; what is at its default is left out. */
export interface IndexKey {
  readonly column?: string
  /** With the parentheses that it needs, where it is not a column. */
  readonly expression?: string
  /** Qualified. */
  readonly collation?: string
  /** Qualified, with its options: `public.gin_trgm_ops`. */
  readonly opclass?: string
  readonly desc?: boolean
  /** Where it is not the default of the direction. */
  readonly nulls?: 'first' | 'last'
}

export interface IndexAttributes {
  readonly schema: string
  readonly table: string
  readonly name: string
  readonly method: string
  readonly unique?: boolean
  readonly nullsNotDistinct?: boolean
  readonly keys: readonly IndexKey[]
  readonly include?: readonly string[]
  readonly predicate?: string
  readonly options?: readonly string[]
  readonly tablespace?: string
  /** Statistics targets of expression keys, by key number from 1. */
  readonly statistics?: Readonly<Record<string, number>>
  /** A concurrent build of it failed. */
  readonly invalid?: boolean
  /** Attached to an index of the parent table. */
  readonly inherited?: boolean
}

/** An index that no constraint owns (Manual, CREATE INDEX). */
export const indexKind = defineKind<IndexAttributes, Row>({
  name: 'index',
  introspection,
  rules,
  identity: ({ schema, name }) => qualified(schema, name),
  parent: ({ schema, table }) => `table ${qualified(schema, table)}`,
  requires: ({ schema, table, keys, include = [] }) =>
    [...keys.flatMap(({ column }) => column ?? []), ...include].map(
      (column) => `column ${qualified(schema, table, column)}`,
    ),
  slots: ({ schema, name }) => [`relation ${qualified(schema, name)}`],
  implied: ({ inherited }) => inherited === true,
  sql,
  render,
})
