import { list, partition, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ at: c.date().notNull(), kind: c.text(), note: c.text() }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const first = partition('events_1')
  .of(events, (t) => ({ partitionBy: list(t.kind) }))
  .from('2026-01-01')
  .to('2026-02-01')
export const a = partition('events_1_a').of(first).in('a')
export const others = partition('events_1_others').of(first).default()
export const second = partition('events_2').of(events).from('2026-02-01').to('2026-03-01')
