import { hash, partition, primaryKey, range, sql, table, view } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.integer().notNull(), note: c.text(), day: c.timestamp().notNull() }),
  (t) => ({ partitionBy: range(t.day), constraints: [primaryKey().on(t.id, t.day)] }),
)
export const events2025 = partition('events_2025')
  .of(events, (t) => ({ partitionBy: hash(t.id) }))
  .from('2025-01-01')
  .to('2026-01-01')
export const events2025Even = partition('events_2025_0').of(events2025).modulus(2).remainder(0)
export const events2025Odd = partition('events_2025_1').of(events2025).modulus(2).remainder(1)
export const rest = partition('events_rest').of(events).default()
export const recent = view('recent', sql`SELECT id, day FROM ${events} WHERE day > '2025-06-01'`)
