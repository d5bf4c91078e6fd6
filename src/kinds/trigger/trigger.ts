import { qualified } from '../../sql/identifier.js'
import { descendantsOf } from '../partition/attachment.js'
import { defineKind } from '../kind.js'
import { relationId, type OnRelation } from '../relation.js'
import { rules } from './compare.js'
import { introspection, type Row } from './introspect.js'
import { render } from './render.js'
import { sql } from './sql.js'

export type TriggerEvent = 'insert' | 'update' | 'delete' | 'truncate'

/** When a trigger fires with regard to session_replication_role; `origin`, the normal state, is left out. */
export type EnabledState = 'disabled' | 'replica' | 'always'

export interface TriggerAttributes extends OnRelation {
  readonly name: string
  /** All but the enabled state is left out for a copy of a parent table's trigger. */
  readonly timing?: 'before' | 'after' | 'instead of'
  readonly events?: readonly TriggerEvent[]
  /** UPDATE OF. */
  readonly columns?: readonly string[]
  /** FOR EACH ROW. */
  readonly row?: boolean
  readonly when?: string
  readonly oldTable?: string
  readonly newTable?: string
  /** Qualified. */
  readonly function?: string
  readonly arguments?: readonly string[]
  /** CREATE CONSTRAINT TRIGGER. */
  readonly constraint?: boolean
  readonly deferrable?: boolean
  readonly initiallyDeferred?: boolean
  /** The other table of a constraint trigger, qualified. */
  readonly from?: string
  readonly enabled?: EnabledState
  /** A partition's copy of a trigger, there because its enabled state is not that of the original. */
  readonly inherited?: boolean
  /** The id of the original. */
  readonly original?: string
  /** The state that the copy would have by itself. */
  readonly originalEnabled?: EnabledState
}

/** A trigger of a table or view (Manual, CREATE TRIGGER). */
export const triggerKind = defineKind<TriggerAttributes, Row>({
  name: 'trigger',
  introspection,
  rules,
  identity: ({ schema, table, name }) => qualified(schema, table, name),
  parent: relationId,
  rows: () => 'away',
  requires: ({ original, inherited, schema, table, columns = [], on }, snapshot) => [
    // It would see the rows that wait aside while the bounds of partitions change.
    ...(inherited ? [] : descendantsOf(snapshot, qualified(schema, table))).map(
      (partition) => `partition ${partition}`,
    ),
    ...(original === undefined ? [] : [original]),
    ...(on === undefined || on === 'foreign-table'
      ? columns.map((column) => `column ${qualified(schema, table, column)}`)
      : []),
  ],
  slots: ({ schema, table, name }) => [`trigger ${qualified(schema, table, name)}`],
  sql,
  render,
})
