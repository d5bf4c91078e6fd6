import { index, partition, range, list, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ at: c.date(), kind: c.text() }),
  (t) => ({
    partitionBy: range(t.at),
    indexes: [index('events_at').on(t.at), index('events_kind').on(t.kind).only()],
  }),
)
export const first = partition('events_1')
  .of(events, (t) => ({
    partitionBy: list(t.kind),
    names: { indexes: { events_at: 'events_1_at', events_kind: { name: 'events_1_kind', only: true } } },
  }))
  .from('2026-01-01')
  .to('2026-02-01')
export const a = partition('events_1_a')
  .of(first, () => ({ names: { indexes: { events_1_at: 'events_1_a_at', events_1_kind: 'events_1_a_kind' } } }))
  .in('a')
export const b = partition('events_1_b').of(first).in('b')
