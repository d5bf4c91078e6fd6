import { table } from 'tidemark'

export const t = table('t', (c) => ({ id: c.integer() }))
