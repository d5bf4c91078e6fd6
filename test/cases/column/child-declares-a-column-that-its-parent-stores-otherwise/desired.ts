import { inherited, table } from 'tidemark'

export const docs = table('docs', (c) => ({
  body: c.text().compression('pglz'),
  head: c.text().storage('external'),
}))
export const notes = table(
  'notes',
  (c) => ({ ...inherited(docs), body: c.text(), head: c.text() }),
  () => ({ inherits: [docs] }),
)
