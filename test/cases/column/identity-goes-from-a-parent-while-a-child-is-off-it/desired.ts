import { inherited, table } from 'tidemark'

export const animals = table(
  'animals',
  (c) => ({ id: c.integer() }),
  () => ({ unlogged: true }),
)
export const things = table('things', (c) => ({ id: c.integer().notNull(), note: c.text() }))
export const toys = table(
  'toys',
  () => ({ ...inherited(animals), ...inherited(things) }),
  () => ({ inherits: [animals, things] }),
)
