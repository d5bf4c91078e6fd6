import { partition, publication, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ at: c.date().notNull(), note: c.text() }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const january = partition('events_1').of(events).from('2026-01-01').to('2026-02-01')
export const others = partition('events_default').of(events).default()
export const everything = publication('everything', { tables: 'all' })
