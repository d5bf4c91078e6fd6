import { table } from 'tidemark'

export const t = table('t', (c) => ({ c: c.boolean(), a: c.integer(), b: c.text() }))
