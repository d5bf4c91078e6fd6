import { comment, materializedView, sql, table, view } from 'tidemark'

export const t = table('t', (c) => ({ id: c.integer(), price: c.bigint() }))
export const v = view('v', sql`SELECT id, price FROM t`)
export const w = view('w', sql`SELECT sum(price) AS total FROM v`)
export const m = materializedView(
  'm',
  { withNoData: true, columns: { total: { parts: [comment('all of it')] } } },
  sql`SELECT total FROM w`,
)
