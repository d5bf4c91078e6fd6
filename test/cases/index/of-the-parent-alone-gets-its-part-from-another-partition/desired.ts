import { index, partition, range, table, unique } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.integer().notNull(), kind: c.text().notNull(), note: c.text() }),
  (t) => ({
    partitionBy: range(t.id),
    constraints: [unique('events_key').on(t.id).only()],
    indexes: [index('events_kind').on(t.kind).only()],
  }),
)
export const first = partition('events_1')
  .of(events, (t) => ({ indexes: [index('events_1_kind').on(t.kind).include(t.note)] }))
  .from(1)
  .to(100)
export const second = partition('events_2')
  .of(events, () => ({
    names: { indexes: { events_kind: 'events_2_kind' }, constraints: { events_key: 'events_2_key' } },
  }))
  .from(100)
  .to(200)
