import { check, fn, materializedView, sql, table } from 'tidemark'

export const a = fn('a_checks', {
  args: ['integer'],
  returns: 'boolean',
  volatility: 'immutable',
  body: sql`SELECT z_inner($1) AND y_other() > 0`,
})
export const z = fn('z_inner', {
  args: ['integer'],
  returns: 'boolean',
  volatility: 'immutable',
  body: sql`SELECT $1 > 0`,
})
export const y = fn('y_other', {
  returns: 'integer',
  language: 'plpgsql',
  body: sql`BEGIN RETURN (SELECT count(*) + 1 FROM public.late); END`,
})
export const ping = fn('ping', { returns: 'integer', body: sql`SELECT pong()` })
export const pong = fn('pong', { returns: 'integer', body: sql`SELECT ping()` })
export const late = table('late', (c) => ({ id: c.integer() }))
export const t = table(
  't',
  (c) => ({ id: c.integer(), extra: c.integer() }),
  () => ({ constraints: [check('positive', sql`a_checks(id)`)] }),
)
export const m = materializedView('early', sql`SELECT y_other() AS one`)
