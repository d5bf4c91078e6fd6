import { table } from 'tidemark'

export const t = table('t', (c) => ({ a: c.bytea(), b: c.text() }))
