import { table } from 'tidemark'

export const z = table('z', (c) => ({ id: c.integer().primaryKey() }))
export const a = table('a', (c) => ({ id: c.integer().primaryKey(), m: c.integer().references(() => m.id) }))
export const m = table('m', (c) => ({ id: c.integer().primaryKey(), z: c.integer().references(() => z.id) }))
