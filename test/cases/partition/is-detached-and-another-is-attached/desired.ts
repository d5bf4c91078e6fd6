import { check, index, partition, range, sql, table } from 'tidemark'

export const logs = table(
  'logs',
  (c) => ({ id: c.integer().notNull(), day: c.date().notNull().default('2026-01-01') }),
  (t) => ({
    partitionBy: range(t.day),
    constraints: [check('logs_id_check', sql`id > 0`)],
    indexes: [index('logs_key').on(t.id, t.day).unique()],
  }),
)
export const logs2025 = partition('logs_2025').of(logs).from('2025-01-01').to('2026-01-01')
export const logs2024 = table(
  'logs_2024',
  (c) => ({
    id: c.integer().notNull(),
    day: c.date().notNull().default('2026-01-01'),
  }),
  (t) => ({
    constraints: [check('logs_id_check', sql`id > 0`)],
    indexes: [index('logs_2024_id_day_idx').on(t.id, t.day).unique()],
  }),
)
