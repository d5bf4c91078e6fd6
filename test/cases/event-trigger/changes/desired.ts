import { comment, eventTrigger, fn, sql } from 'tidemark'

export const watch = fn('watch', { returns: 'event_trigger', language: 'plpgsql', body: sql` BEGIN NULL; END ` })
export const a = eventTrigger('a', { on: 'ddl_command_end', tags: ['create table', 'drop view'], execute: watch }).with(
  comment('a'),
)
export const b = eventTrigger('b', { on: 'sql_drop', execute: 'public.watch', enabled: 'always' })
export const c = eventTrigger('C c', { on: 'table_rewrite', execute: watch })
