import { inherited, table } from 'tidemark'

export const docs = table('docs', (c) => ({ id: c.integer(), body: c.text() }))
export const packed = table('packed', (c) => ({ body: c.text().compression('pglz') }))
export const notes = table(
  'notes',
  () => ({ ...inherited(docs), ...inherited(packed), body: inherited(docs).body.compression() }),
  () => ({ inherits: [docs, packed] }),
)
