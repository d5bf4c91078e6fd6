import { domain, table } from 'tidemark'

export const count = domain('count', (c) => c.bigint())
export const notes = table('notes', (c) => ({ note: c.text(), n: c.type(count) }))
