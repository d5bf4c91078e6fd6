import { table } from 'tidemark'

export const b = table('b', (c) => ({ id: c.integer().notNull('a_id_not_null'), n: c.integer() }))
export const a = table('a', (c) => ({ id: c.integer().notNull(), n: c.integer().notNull() }))
