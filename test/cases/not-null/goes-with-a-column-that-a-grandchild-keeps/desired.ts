import { inherited, table } from 'tidemark'

export const animals = table('animals', (c) => ({ id: c.integer() }))
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
export const lions = table(
  'lions',
  () => ({ ...inherited(cats) }),
  () => ({ inherits: [cats] }),
)
