import { table } from 'tidemark'

export const t = table('t', (c) => ({ n: c.bigint().default(5) }))
