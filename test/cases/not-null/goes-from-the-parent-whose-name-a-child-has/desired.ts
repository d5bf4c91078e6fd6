import { inherited, table } from 'tidemark'

export const animals = table('animals', (c) => ({ id: c.integer() }))
export const things = table('things', (c) => ({ id: c.integer().notNull() }))
export const toys = table(
  'toys',
  () => ({ ...inherited(animals), ...inherited(things) }),
  () => ({ inherits: [animals, things] }),
)
export const pets = table(
  'pets',
  () => ({ ...inherited(animals) }),
  () => ({ inherits: [animals] }),
)
export const plush = table(
  'plush',
  () => ({ ...inherited(toys) }),
  () => ({ inherits: [toys] }),
)
