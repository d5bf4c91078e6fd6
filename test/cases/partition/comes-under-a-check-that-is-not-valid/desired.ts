import { check, partition, range, sql, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.bigint(), at: c.date().notNull() }),
  (t) => ({ partitionBy: range(t.at), constraints: [check('positive', sql`id > 0`).notValid()] }),
)
export const first = partition('events_1').of(events).from('2026-01-01').to('2026-02-01')
export const third = partition('events_3').of(events).from('2026-03-01').to('2026-04-01')
