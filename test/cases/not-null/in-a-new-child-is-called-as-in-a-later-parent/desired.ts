import { inherited, table } from 'tidemark'

export const animals = table('animals', (c) => ({ id: c.integer().notNull() }))
export const things = table('things', (c) => ({ id: c.integer().notNull() }))
export const toys = table(
  'toys',
  (c) => ({
    ...inherited(animals),
    ...inherited(things),
    id: inherited(animals).id.notNull('things_id_not_null'),
    own: c.integer(),
  }),
  () => ({ inherits: [animals, things] }),
)
export const plush = table(
  'plush',
  () => ({ ...inherited(toys), id: inherited(toys).id.notNull('plush_id_not_null') }),
  () => ({ inherits: [toys] }),
)
