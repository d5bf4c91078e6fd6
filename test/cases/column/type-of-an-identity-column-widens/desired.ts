import { table } from 'tidemark'

export const t = table('t', (c) => ({ id: c.bigint().identity().primaryKey() }))
