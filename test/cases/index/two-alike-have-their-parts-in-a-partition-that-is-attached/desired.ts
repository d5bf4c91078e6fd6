import { index, partition, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.integer(), at: c.date() }),
  (t) => ({ partitionBy: range(t.at), indexes: [index('events_a').on(t.id, t.at), index('events_b').on(t.id, t.at)] }),
)
export const first = partition('events_1')
  .of(events, () => ({ names: { indexes: { events_a: 'part_2', events_b: 'part_1' } } }))
  .from('2026-03-01')
  .to('2026-04-01')
