import { type Column, table } from 'tidemark'

export const a = table('a', (c) => ({
  id: c.integer().primaryKey(),
  b_id: c.integer().references((): Column => b.id),
}))
export const b = table('b', (c) => ({
  id: c.integer().primaryKey(),
  a_id: c.integer().references((): Column => a.id),
}))
