import { fn, sql, table } from 'tidemark'

export const users = table('users', (c) => ({ id: c.integer(), name: c.text() }))
export const label = fn('label', {
  args: { u: users },
  returns: 'text',
  volatility: 'stable',
  body: sql`SELECT u.name`,
})
export const all = fn('all_users', { returns: { setOf: users }, body: sql`SELECT * FROM users` })
