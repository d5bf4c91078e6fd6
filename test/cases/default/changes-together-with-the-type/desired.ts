import { table } from 'tidemark'

export const t = table('t', (c) => ({ state: c.integer().notNull().default(2) }))
