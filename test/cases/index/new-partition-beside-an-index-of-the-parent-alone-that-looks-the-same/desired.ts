import { index, partition, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ at: c.date(), kind: c.text() }),
  (t) => ({
    partitionBy: range(t.at),
    indexes: [index('events_kind').on(t.kind), index('events_only').on(t.kind).only()],
  }),
)
export const events1 = partition('events_1').of(events).from('2026-01-01').to('2026-02-01')
export const events2 = partition('events_2').of(events).from('2026-03-01').to('2026-04-01')
