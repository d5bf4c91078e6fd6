import { partition, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.bigint(), at: c.date().notNull(), kind: c.text() }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const first = partition('events_1')
  .of(events, () => ({
    columns: (c) => ({ kind: c.kind.default('a').storage('external'), id: c.id.notNull().statistics(10) }),
  }))
  .from('2026-01-01')
  .to('2026-02-01')
