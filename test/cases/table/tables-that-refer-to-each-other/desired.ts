import { table } from 'tidemark'

export const a = table('a', (c) => ({
  id: c.integer().primaryKey(),
  b_id: c.integer().references(() => b.id),
}))
export const b = table('b', (c) => ({
  id: c.integer().primaryKey(),
  a_id: c.integer().references(() => a.id),
}))
