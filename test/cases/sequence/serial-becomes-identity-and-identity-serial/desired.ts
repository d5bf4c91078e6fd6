import { table } from 'tidemark'

export const a = table('a', (c) => ({ id: c.integer().identityAlways().primaryKey(), note: c.text() }))
export const b = table('b', (c) => ({ id: c.bigserial().primaryKey(), note: c.text() }))
