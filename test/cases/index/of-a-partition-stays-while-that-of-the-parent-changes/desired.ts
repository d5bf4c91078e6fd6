import { index, partition, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.bigint(), at: c.date(), kind: c.text() }),
  (t) => ({ partitionBy: range(t.at), indexes: [index('events_by').on(t.at)] }),
)
export const first = partition('events_1')
  .of(events, (t) => ({ indexes: [index('events_1_by_kind').on(t.kind)] }))
  .from('2026-01-01')
  .to('2026-02-01')
