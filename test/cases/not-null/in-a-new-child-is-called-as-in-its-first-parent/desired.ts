import { table } from 'tidemark'

export const animals = table('animals', (c) => ({ id: c.integer().notNull() }))
export const things = table('things', (c) => ({ id: c.integer().notNull() }))
export const toys = table(
  'toys',
  (c) => ({ own: c.integer() }),
  () => ({ inherits: [animals, things] }),
)
