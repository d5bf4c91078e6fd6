import { table } from 'tidemark'

export const parents = table('parents', (c) => ({ id: c.integer().primaryKey('new_name'), code: c.text().notNull() }))
export const children = table('children', (c) => ({ parent_id: c.integer().references(() => parents.id) }))
