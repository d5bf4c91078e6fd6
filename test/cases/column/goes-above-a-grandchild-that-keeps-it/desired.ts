import { inherited, table } from 'tidemark'

export const animals = table('animals', (c) => ({ id: c.integer() }))
export const cats = table(
  'cats',
  () => ({ ...inherited(animals) }),
  () => ({ inherits: [animals] }),
)
export const pets = table(
  'pets',
  () => ({ ...inherited(animals) }),
  () => ({ inherits: [animals] }),
)
export const tomcats = table(
  'tomcats',
  () => ({ ...inherited(cats), ...inherited(pets) }),
  () => ({ inherits: [cats, pets] }),
)
export const kittens = table(
  'kittens',
  (c) => ({ ...inherited(tomcats), age: c.integer() }),
  () => ({ inherits: [tomcats] }),
)
