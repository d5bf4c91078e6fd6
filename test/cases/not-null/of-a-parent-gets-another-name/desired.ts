import { inherited, table } from 'tidemark'

export const things = table('things', (c) => ({ id: c.integer().notNull() }))
export const animals = table('animals', (c) => ({ id: c.bigint().notNull() }))
export const plants = table('plants', (c) => ({ id: c.bigint().notNull('is there') }))
export const cats = table(
  'cats',
  (c) => ({ ...inherited(animals), more: c.integer() }),
  () => ({ inherits: [animals] }),
)
export const fungi = table(
  'fungi',
  (c) => ({ ...inherited(animals), own: c.integer() }),
  () => ({ inherits: [animals, plants] }),
)
export const truffles = table(
  'truffles',
  () => ({ ...inherited(fungi) }),
  () => ({ inherits: [fungi] }),
)
