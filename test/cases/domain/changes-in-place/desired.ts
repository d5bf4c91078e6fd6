import { check, comment, domain, sql, table } from 'tidemark'

export const email = domain('email', (c) => c.text().notNull().default('nobody@localhost'), {
  checks: [
    check('has_at', sql`VALUE ~ '@'`).with(comment('As a rule')),
    check('short', sql`length(VALUE) < 50`),
    check('lower', sql`VALUE = lower(VALUE)`).notValid(),
  ],
})

export const code = domain('code', (c) => c.text())

export const users = table('users', (c) => ({ email: c.type(email), code: c.type(code) }))
