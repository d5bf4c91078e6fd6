import { index, partition, primaryKey, range, table } from 'tidemark'

export const live = table(
  'live',
  (c) => ({ id: c.integer().notNull(), day: c.date().notNull() }),
  (t) => ({
    partitionBy: range(t.day),
    constraints: [primaryKey().on(t.id, t.day)],
    indexes: [index('live_id_idx').on(t.id)],
  }),
)
export const old = table(
  'old',
  (c) => ({ id: c.integer().notNull(), day: c.date().notNull() }),
  (t) => ({
    partitionBy: range(t.day),
    constraints: [primaryKey().on(t.id, t.day)],
  }),
)
export const days2025 = partition('days_2025').of(old).from('2025-01-01').to('2026-01-01')
