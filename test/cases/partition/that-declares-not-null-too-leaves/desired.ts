import { range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.bigint().notNull(), at: c.date().notNull() }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const first = table('events_1', (c) => ({ id: c.bigint().notNull(), at: c.date().notNull() }))
