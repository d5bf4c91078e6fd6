import { table } from 'tidemark'

export const t = table('t', (c) => ({ a: c.integer().notNull(), b: c.integer() }))
