import { index, partition, primaryKey, range, sql, table } from 'tidemark'

export const a = table(
  'a',
  (c) => ({ id: c.bigint().notNull(), n: c.text(), ts: c.timestamptz().notNull() }),
  (t) => ({
    partitionBy: range(t.ts),
    constraints: [primaryKey('apk').on(t.id, t.ts)],
    indexes: [
      index('ai')
        .on(sql`lower(${t.n})`)
        .options({ fillfactor: 70, deduplicate_items: 'off' })
        .statistics({ 1: 500 }),
    ],
  }),
)
export const p1 = partition('p1').of(a).from('2025-01-01').to('2026-01-01')
export const p2 = partition('p2')
  .of(a, () => ({
    names: {
      indexes: { ai: { name: 'p2_lower_idx', options: { fillfactor: null }, statistics: { 1: 20 } } },
      constraints: { apk: { name: 'p2_pkey', options: { fillfactor: 50 } } },
    },
  }))
  .from('2026-01-01')
  .to('2027-01-01')
export const p3 = partition('p3')
  .of(a, () => ({ names: { indexes: { ai: { name: 'by hand', options: { fillfactor: 80 } } } } }))
  .from('2027-01-01')
  .to('2028-01-01')
