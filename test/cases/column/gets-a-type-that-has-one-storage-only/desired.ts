import { domain, table } from 'tidemark'

export const price = domain('price', (c) => c.numeric(8, 2))
export const users = table('users', (c) => ({ id: c.integer(), name: c.type('name'), paid: c.type(price) }))
