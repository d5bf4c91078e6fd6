import { inherited, table } from 'tidemark'

export const animals = table('animals', (c) => ({ id: c.integer() }))
export const things = table('things', (c) => ({ id: c.integer().notNull() }))
export const toys = table(
  'toys',
  () => ({ ...inherited(animals), ...inherited(things), id: inherited(things).id.notNull('things_id_not_null') }),
  () => ({ inherits: [animals, things] }),
)
