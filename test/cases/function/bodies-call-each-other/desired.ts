import { fn, sql, view } from 'tidemark'

export const isEven = fn('is_even', {
  args: { n: 'integer' },
  returns: 'boolean',
  standardBody: sql`RETURN n = 1 OR is_odd(n - 1)`,
})
export const isOdd = fn('is_odd', {
  args: { n: 'integer' },
  returns: 'boolean',
  standardBody: sql`RETURN n <> 1 AND is_even(n - 1)`,
})
export const here = fn('here', { args: { n: 'integer' }, returns: 'integer', standardBody: sql`RETURN there(n)` })
export const there = fn('there', { args: { n: 'integer' }, returns: 'integer', standardBody: sql`RETURN here(n)` })
export const seen = view('seen', sql`SELECT here(1) AS n`)
