import { domain, sql, table, view } from 'tidemark'

export const email = domain('email', (c) => c.text().collate('C'))
export const users = table('users', (c) => ({ id: c.bigint(), mail: c.type(email) }))
export const ids = view('ids', sql`SELECT id, mail FROM users`)
