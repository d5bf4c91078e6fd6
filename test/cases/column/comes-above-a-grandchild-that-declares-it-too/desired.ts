import { inherited, table } from 'tidemark'

export const animals = table('animals', (c) => ({ id: c.integer(), age: c.integer().notNull() }))
export const cats = table(
  'cats',
  () => ({ ...inherited(animals) }),
  () => ({ inherits: [animals] }),
)
export const kittens = table(
  'kittens',
  (c) => ({ ...inherited(cats), age: c.integer() }),
  () => ({ inherits: [cats] }),
)
