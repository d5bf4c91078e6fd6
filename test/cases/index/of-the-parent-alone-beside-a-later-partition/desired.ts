import { partition, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.bigint(), at: c.date() }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const first = partition('events_1').of(events).from('2026-01-01').to('2026-02-01')
export const second = partition('events_2').of(events).from('2026-02-01').to('2026-03-01')
