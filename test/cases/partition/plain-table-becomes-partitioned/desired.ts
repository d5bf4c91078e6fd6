import { comment, index, partition, primaryKey, range, sql, table, view } from 'tidemark'

export const devices = table('devices', (c) => ({ id: c.integer().primaryKey() }))
export const readings = table(
  'readings',
  (c) => ({
    id: c.bigint().identityAlways(),
    device: c
      .integer()
      .notNull()
      .references(() => devices.id),
    ts: c
      .timestamptz()
      .notNull()
      .default(sql`now()`),
    total: c.numeric().generatedAs(sql`1.5 * 2`),
  }),
  (t) => ({
    partitionBy: range(t.ts),
    constraints: [primaryKey().on(t.id, t.ts)],
    indexes: [index('readings_device_idx').on(t.device)],
    parts: [comment('What came in')],
  }),
)
export const january = partition('readings_2026_01').of(readings).from('2026-01-01+00').to('2026-02-01+00')
export const others = partition('readings_others').of(readings).default()
export const latest = view('latest', sql`SELECT max(ts) AS ts FROM ${readings}`)
