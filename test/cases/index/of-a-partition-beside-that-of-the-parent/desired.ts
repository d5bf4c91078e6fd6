import { index, partition, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.bigint(), at: c.date().notNull() }),
  (t) => ({ partitionBy: range(t.at), indexes: [index('events_id').on(t.id)] }),
)
export const events1 = partition('events_1')
  .of(events, (t) => ({ indexes: [index('events_1_by_id').on(t.id)] }))
  .from('2026-01-01')
  .to('2026-02-01')
export const events2 = partition('events_2')
  .of(events, (t) => ({ indexes: [index('events_2_by_id').on(t.id.desc())] }))
  .from('2026-02-01')
  .to('2026-03-01')
export const events3 = partition('events_3')
  .of(events, (t) => ({ indexes: [index('events_3_by_id').on(t.id)] }))
  .from('2026-03-01')
  .to('2026-04-01')
