import { enumType, hash, partition, range, table } from 'tidemark'

export const mood = enumType('mood', ['sad', 'meh', 'ok', 'happy'])
export const events = table(
  'events',
  (c) => ({ id: c.bigint(), at: c.date().notNull(), mood: c.type(mood) }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const events3 = partition('events_3')
  .of(events, (t) => ({ partitionBy: hash(t.id) }))
  .from('2026-03-01')
  .to('2026-05-01')
export const all = partition('events_3_all').of(events3).modulus(1).remainder(0)
