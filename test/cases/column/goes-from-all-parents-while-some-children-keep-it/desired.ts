import { inherited, table } from 'tidemark'

export const animals = table('animals', (c) => ({ id: c.integer() }))
export const things = table('things', (c) => ({ id: c.integer() }))
export const pets = table(
  'pets',
  (c) => ({ ...inherited(animals), age: c.integer() }),
  () => ({ inherits: [animals] }),
)
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
export const robots = table(
  'robots',
  () => ({ ...inherited(animals), ...inherited(things) }),
  () => ({ inherits: [animals, things] }),
)
export const dolls = table(
  'dolls',
  (c) => ({ ...inherited(animals), ...inherited(things), age: c.integer() }),
  () => ({ inherits: [animals, things] }),
)
