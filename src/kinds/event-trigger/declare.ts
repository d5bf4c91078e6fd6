import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { refNeeds, refText, type ObjectRef } from '../../declare/type.js'
import type { Part } from '../../declare/declaration.js'
import { eventTriggerKind, type EventTriggerAttributes } from './event-trigger.js'

export interface EventTriggerOptions {
  /** `login` from 17 on. */
  readonly on: 'ddl_command_start' | 'ddl_command_end' | 'sql_drop' | 'table_rewrite' | 'login'
  /** Only for these commands: `['CREATE TABLE']`. */
  readonly tags?: readonly string[]
  /** A function that returns event_trigger; by name with its schema. */
  readonly execute: ObjectRef
  readonly enabled?: EventTriggerAttributes['enabled'] | 'origin'
  readonly renamedFrom?: string
  /** Comment, owner. */
  readonly parts?: readonly Part[]
}

/**
 * An event trigger (CREATE EVENT TRIGGER).
 *
 * @example
 * export const audit = eventTrigger('audit', { on: 'ddl_command_end', tags: ['DROP TABLE'], execute: auditDdl })
 */
export function eventTrigger(name: string, options: EventTriggerOptions): ObjectDeclaration {
  const { on, tags, execute, enabled, renamedFrom, parts } = options
  const attributes: EventTriggerAttributes = {
    name,
    event: on,
    ...(tags !== undefined && { tags: tags.map((tag) => tag.toUpperCase()).sort() }),
    function: refText(execute),
    ...(enabled !== undefined && enabled !== 'origin' && { enabled }),
  }
  return declareObject(eventTriggerKind, {
    attributes,
    requires: refNeeds(execute),
    renamedFrom,
    ...(parts && { parts }),
  })
}
