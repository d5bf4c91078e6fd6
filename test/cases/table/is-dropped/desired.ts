import { table } from 'tidemark'

export const kept = table('kept', (c) => ({ id: c.integer().primaryKey() }))
