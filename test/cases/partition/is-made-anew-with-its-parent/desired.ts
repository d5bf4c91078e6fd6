import { partition, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.bigint().notNull().statistics(40), at: c.date().notNull(), size: c.integer() }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const january = partition('events_1')
  .of(events, (t) => ({ partitionBy: range(t.id) }))
  .from('2026-01-01')
  .to('2026-02-01')
export const few = partition('events_1_a').of(january).from(1).to(100)
