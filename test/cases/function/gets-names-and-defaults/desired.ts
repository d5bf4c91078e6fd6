import { arg, check, fn, index, sql, table, view } from 'tidemark'

export const f = fn('f', {
  args: { a: 'int', b: arg('text', { default: sql`'none'` }) },
  returns: 'integer',
  body: sql`SELECT $1`,
})
export const v = view('v', sql`SELECT f(1, 'x') AS one`)
export const w = view('w', sql`SELECT one + 1 AS two FROM v`)
export const t = table(
  't',
  (c) => ({ id: c.integer().default(sql`f(1, 'y')`) }),
  (t) => ({
    constraints: [check('t_id_check', sql`f(id, 'z') > 0`)],
    indexes: [index('t_id_idx').on(t.id)],
  }),
)
