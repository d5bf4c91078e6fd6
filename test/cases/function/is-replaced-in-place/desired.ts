import { comment, fn, sql, view } from 'tidemark'

export const f = fn('f', { args: ['int'], returns: 'integer', volatility: 'immutable', body: sql`SELECT $1 + 1` }).with(
  comment('stays'),
)
export const v = view('v', sql`SELECT f(1) AS one`)
