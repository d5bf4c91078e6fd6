import { index, partition, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.integer().notNull(), kind: c.text().notNull() }),
  (t) => ({ partitionBy: range(t.id), indexes: [index('events_kind').on(t.kind)] }),
)
export const first = partition('events_1')
  .of(events, (t) => ({ partitionBy: range(t.id), names: { indexes: { events_kind: 'events_1_kind' } } }))
  .from(1)
  .to(100)
export const a = partition('events_1_a')
  .of(first, (t) => ({
    names: { indexes: { events_1_kind: 'events_1_a_kind' } },
    indexes: [index('events_1_a_own').on(t.kind)],
  }))
  .from(1)
  .to(50)
