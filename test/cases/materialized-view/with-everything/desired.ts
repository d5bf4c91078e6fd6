import { index, materializedView, sql, table } from 'tidemark'

export const t = table('t', (c) => ({ id: c.integer(), price: c.integer() }))
export const old = materializedView<'id'>(
  'old',
  (t) => ({
    options: { fillfactor: 80, 'toast.autovacuum_enabled': false },
    columns: { id: { statistics: 60, options: { n_distinct: 5 } } },
    indexes: [index('old_id').on(t.id.desc()).unique()],
  }),
  sql`SELECT id FROM t`,
)
export const now = materializedView(
  'now',
  () => ({ withNoData: true, indexes: [index('now_price').on(sql`price + 1`)] }),
  sql`SELECT price FROM t`,
)
