import { inherited, table } from 'tidemark'

export const animals = table('animals', (c) => ({ id: c.integer() }))
export const things = table('things', (c) => ({ id: c.integer(), age: c.integer() }))
export const toys = table(
  'toys',
  () => ({ ...inherited(animals), ...inherited(things) }),
  () => ({ inherits: [animals, things] }),
)
export const plush = table(
  'plush',
  () => ({ ...inherited(toys) }),
  () => ({ inherits: [toys] }),
)
