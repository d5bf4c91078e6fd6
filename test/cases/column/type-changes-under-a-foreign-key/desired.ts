import { table } from 'tidemark'

export const parents = table('parents', (c) => ({ id: c.bigint().primaryKey() }))
export const children = table('children', (c) => ({
  id: c.integer().primaryKey(),
  parent_id: c
    .bigint()
    .notNull()
    .references(() => parents.id, { onDelete: 'cascade' }),
}))
