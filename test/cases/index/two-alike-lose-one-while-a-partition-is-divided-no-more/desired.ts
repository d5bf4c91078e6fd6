import { index, partition, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.bigint(), at: c.date() }),
  (t) => ({ partitionBy: range(t.at), indexes: [index('events_id_too').on(t.id)] }),
)
export const events1 = partition('events_1').of(events).from('2026-01-01').to('2026-02-01')
