import { partition, primaryKey, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.integer().notNull(), at: c.date() }),
  (t) => ({ partitionBy: range(t.id), constraints: [primaryKey().on(t.id).only()] }),
)
export const first = partition('events_1')
  .of(events, () => ({ names: { constraints: { events_pkey: 'events_1_pkey' } } }))
  .from(1)
  .to(100)
export const second = partition('events_2').of(events).from(100).to(200)
