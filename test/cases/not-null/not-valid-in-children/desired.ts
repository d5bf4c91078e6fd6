import { inherited, partition, range, table } from 'tidemark'

export const animals = table('animals', (c) => ({ id: c.bigint().notNull({ notValid: true }) }))
export const cats = table(
  'cats',
  () => ({ ...inherited(animals) }),
  () => ({ inherits: [animals] }),
)
export const dogs = table(
  'dogs',
  () => ({ ...inherited(animals) }),
  () => ({ inherits: [animals] }),
)
export const events = table(
  'events',
  (c) => ({ id: c.bigint().notNull({ name: 'has id', notValid: true }), at: c.date().notNull() }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const first = partition('events_1').of(events).from('2026-01-01').to('2026-02-01')
export const second = partition('events_2').of(events).from('2026-02-01').to('2026-03-01')
