import { partition, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ at: c.date().notNull(), kind: c.text() }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const events1 = partition('events_1')
  .of(events, () => ({ columns: (c) => ({ kind: c.kind.default('c') }) }))
  .from('2026-01-01')
  .to('2026-02-01')
export const events2 = partition('events_2').of(events).from('2026-02-01').to('2026-03-01')
