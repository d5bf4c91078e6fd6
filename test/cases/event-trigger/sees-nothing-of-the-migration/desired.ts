import { eventTrigger, fn, sql, view } from 'tidemark'

export const refuse = fn('refuse', {
  returns: 'event_trigger',
  language: 'plpgsql',
  body: sql` BEGIN RAISE 'no views'; END `,
})
export const guard = eventTrigger('guard', { on: 'ddl_command_end', tags: ['create view'], execute: refuse })
export const one = view('one', sql`SELECT 1 AS n`)
