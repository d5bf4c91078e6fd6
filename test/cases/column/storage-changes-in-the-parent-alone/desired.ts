import { table } from 'tidemark'

export const docs = table('docs', (c) => ({
  id: c.integer(),
  body: c.text().storage('external'),
  head: c.text().statistics(50),
}))
export const notes = table(
  'notes',
  (c) => ({ body: c.text().inChild().storage('extended'), head: c.text().inChild().statistics(-1) }),
  () => ({ inherits: [docs] }),
)
export const memos = table(
  'memos',
  () => ({}),
  () => ({ inherits: [docs] }),
)
