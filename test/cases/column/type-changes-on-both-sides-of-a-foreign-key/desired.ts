import { table } from 'tidemark'

export const parents = table('parents', (c) => ({ id: c.text().primaryKey() }))
export const children = table('children', (c) => ({ parent_id: c.text().references(() => parents.id) }))
