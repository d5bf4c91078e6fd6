import { index, partition, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.integer(), at: c.date() }),
  (t) => ({ partitionBy: range(t.at), indexes: [index('events_id_idx').on(t.id).only()] }),
)
export const first = partition('events_1').of(events).from('2025-01-01').to('2026-02-01')
export const second = partition('events_2')
  .of(events, () => ({ names: { indexes: { events_id_idx: 'events_2_id_idx' } } }))
  .from('2026-02-01')
  .to('2026-03-01')
