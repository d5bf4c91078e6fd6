import { table } from 'tidemark'

export const a = table('a', (c) => ({ id: c.integer().primaryKey() }))
export const b = table('b', (c) => ({
  c1: c.integer().references(() => a.id, { onDelete: 'restrict', onUpdate: 'restrict' }),
  c2: c.integer().references(() => a.id, { onDelete: 'set null', onUpdate: 'cascade' }),
  c3: c.integer().references(() => a.id, { onDelete: 'set default' }),
}))
