import { partition, range, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.bigint().identityAlways(), day: c.date().notNull(), note: c.text() }),
  (t) => ({ partitionBy: range(t.day) }),
)
export const events2025 = partition('events_2025').of(events).from('2025-01-01').to('2026-01-01')
export const events2026 = partition('events_2026').of(events).from('2026-01-01').to('2027-01-01')
