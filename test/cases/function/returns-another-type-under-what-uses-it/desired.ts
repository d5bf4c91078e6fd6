import { check, comment, fn, index, materializedView, sql, table, view } from 'tidemark'

export const f = fn('f', { returns: 'bigint', volatility: 'immutable', body: sql`SELECT 1` })
export const t = table(
  't',
  (c) => ({ id: c.bigint().default(sql`f()`), n: c.integer() }),
  () => ({
    constraints: [check('t_n_check', sql`f() > 0`)],
    indexes: [index('t_f').on(sql`id + f()`)],
  }),
)
export const v = view(
  'v',
  { columns: { one: { parts: [comment('kept too')] } } },
  sql`SELECT id, f() AS one FROM t`,
).with(comment('kept'))
export const w = view('w', sql`SELECT * FROM v`)
export const m = materializedView<'one'>(
  'm',
  (t) => ({ indexes: [index('m_one').on(t.one).unique()] }),
  sql`SELECT one FROM w`,
)
