import { partition, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.bigint().identityAlways(), day: c.date().notNull(), note: c.text() }),
  (t) => ({ partitionBy: range(t.day) }),
)
export const events2025 = table('events_2025', (c) => ({
  id: c.bigint().notNull(),
  day: c.date().notNull(),
  note: c.text(),
}))
export const events2026 = partition('events_2026').of(events).from('2026-01-01').to('2027-01-01')
