import { inherited, table } from 'tidemark'

export const animals = table('animals', (c) => ({ id: c.integer(), age: c.integer().default(7) }))
export const pets = table(
  'pets',
  () => ({ ...inherited(animals) }),
  () => ({ inherits: [animals] }),
)
export const cats = table(
  'cats',
  (c) => ({ ...inherited(pets), age: c.integer().default(null) }),
  () => ({ inherits: [pets] }),
)
