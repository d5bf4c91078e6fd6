import { fn, sql, table } from 'tidemark'

export const users = table('users', (c) => ({ id: c.bigint().primaryKey(), n: c.bigint() }))
export const counted = fn('counted', {
  returns: 'bigint',
  language: 'sql',
  standardBody: sql`BEGIN ATOMIC SELECT max(n) FROM ${users}; END`,
})
