import { table } from 'tidemark'

export const newName = table('new_name', (c) => ({ id: c.integer().primaryKey() }))
