import { inherited, table } from 'tidemark'

export const cities = table('cities', (c) => ({ name: c.text().notNull(), people: c.integer() }))
export const capitals = table(
  'capitals',
  (c) => ({ name: c.text().notNull(), people: c.integer(), state: c.text() }),
  () => ({ inherits: [cities] }),
)
export const villages = table('villages', (c) => ({
  name: c.text().notNull(),
  people: c.integer(),
  church: c.boolean(),
}))
export const hamlets = table(
  'hamlets',
  () => ({ ...inherited(cities) }),
  () => ({ inherits: [cities] }),
)
