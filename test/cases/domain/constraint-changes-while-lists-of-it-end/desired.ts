import { check, domain, sql, table } from 'tidemark'

export const email = domain('email', (c) => c.text(), { checks: [check('long_enough', sql`length(VALUE) > 2`)] })
export const people = table('people', (c) => ({ emails: c.type(email), email: c.type(email) }))
