import { index, partition, range, table, unique } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.integer(), at: c.integer() }),
  (t) => ({
    partitionBy: range(t.at),
    constraints: [unique('events_key').on(t.at)],
    indexes: [index('events_id').on(t.id)],
  }),
)
export const first = partition('events_1')
  .of(events, (t) => ({
    names: { indexes: { events_id: 'events_1_id_idx1' }, constraints: { events_key: 'events_1_key' } },
    constraints: [unique('events_1_at_key').on(t.id, t.at)],
    indexes: [index('events_1_id_idx').using('hash', t.id)],
  }))
  .from(1)
  .to(100)
