import { table } from 'tidemark'

export const named = table('named', (c) => ({ label: c.text().default('a') }))
export const titled = table('titled', (c) => ({ label: c.text().default('b') }))
export const book = table(
  'book',
  (c) => ({ label: c.text().default('c'), pages: c.integer() }),
  () => ({ inherits: [named, titled] }),
)
