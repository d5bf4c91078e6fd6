import { table } from 'tidemark'

export const t = table('t', (c) => ({ new: c.integer().default(7), other: c.text().default('b'), gone: c.boolean() }))
