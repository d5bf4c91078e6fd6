import { qualified } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { introspection, type Row } from './introspect.js'
import { render } from './render.js'
import { rules } from './compare.js'
import { sql } from './sql.js'

/** A column of a view, which its query makes; here is what can be said of it besides. */
export interface ViewColumnAttributes {
  readonly schema: string
  readonly view: string
  readonly name: string
  readonly position?: number
  readonly materialized?: boolean
  /** For rows inserted through the view. */
  readonly default?: string
  /** Of a materialized view only, as are those below. */
  readonly statistics?: number
  /** Where it is not the default one of the type. */
  readonly storage?: 'plain' | 'external' | 'extended' | 'main'
  readonly compression?: 'pglz' | 'lz4'
  /** `n_distinct=…` and the like, sorted. */
  readonly options?: readonly string[]
}

/** A column of a view: it comes and goes with the view, and holds what is said of it (a comment, a default). */
export const viewColumnKind = defineKind<ViewColumnAttributes, Row>({
  name: 'view-column',
  introspection,
  rules,
  identity: ({ schema, view, name }) => qualified(schema, view, name),
  parent: ({ schema, view, materialized }) =>
    `${materialized ? 'materialized-view' : 'view'} ${qualified(schema, view)}`,
  sql,
  render,
})
