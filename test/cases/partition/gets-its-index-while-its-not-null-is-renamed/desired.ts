import { index, partition, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.integer().notNull(), at: c.date().notNull() }),
  (t) => ({ partitionBy: range(t.at), indexes: [index('events_id_idx').on(t.id)] }),
)
export const first = partition('events_1')
  .of(events, () => ({ names: { notNulls: { id: 'has_id' } } }))
  .from('2026-01-01')
  .to('2026-02-01')
