import { aggregate, compositeType, fn, sql, table, view } from 'tidemark'

export const state = compositeType('state', (c) => ({ n: c.integer(), s: c.numeric(), squares: c.numeric() }))
export const addUp = fn('add_up', {
  args: [state, 'numeric'],
  returns: state,
  language: 'plpgsql',
  volatility: 'immutable',
  body: sql`BEGIN RETURN $1; END`,
})
export const total = aggregate('total', { args: ['numeric'], sfunc: addUp, stype: state, initcond: '(0,0,0)' })
export const t = table('t', (c) => ({ x: c.numeric() }))
export const v = view('v', sql`SELECT total(x) AS total FROM t`)
