import { inherited, partition, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.bigint(), at: c.date().notNull() }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const first = partition('events_1')
  .of(events, () => ({ columns: (c) => ({ id: c.id.notNull() }) }))
  .from('2026-01-01')
  .to('2026-02-01')
export const second = partition('events_2').of(events).from('2026-02-01').to('2026-03-01')
export const animals = table('animals', (c) => ({ id: c.bigint() }))
export const cats = table(
  'cats',
  () => ({ ...inherited(animals) }),
  () => ({ inherits: [animals] }),
)
