import { table } from 'tidemark'

export const animals = table('animals', (c) => ({ id: c.bigint() }))
export const cats = table(
  'cats',
  (c) => ({ own: c.integer(), n: c.integer() }),
  () => ({ inherits: [animals] }),
)
