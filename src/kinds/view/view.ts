import { qualified } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { rules } from './compare.js'
import { introspection, type Row } from './introspect.js'
import { render } from './render.js'
import { sql } from './sql.js'

/** A column of a view as a reader sees it. */
export interface ViewResultColumn {
  readonly name: string
  readonly type: string
  /** Qualified, where it is not the default one of the type. */
  readonly collation?: string
}

export interface ViewAttributes {
  readonly schema: string
  readonly name: string
  readonly definition: string
  /** What the definition yields; known once PostgreSQL has read it. Decides whether a view can be replaced in place. */
  readonly columns?: readonly ViewResultColumn[]
  /** `check_option=local`, `security_barrier=true`, `security_invoker=true`, sorted. */
  readonly options?: readonly string[]
}

/** A view (Manual, CREATE VIEW). */
export const viewKind = defineKind<ViewAttributes, Row>({
  name: 'view',
  introspection,
  rules,
  identity: ({ schema, name }) => qualified(schema, name),
  requires: ({ schema }) => [`schema ${qualified(schema)}`],
  slots: ({ schema, name }) => [`relation ${qualified(schema, name)}`, `type ${qualified(schema, name)}`],
  mentions: ({ definition }) => definition,
  sql,
  render,
})
