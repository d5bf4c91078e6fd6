import { fn, sql, table } from 'tidemark'

export const animals = table('animals', (c) => ({ id: c.integer(), size: c.integer() }))
export const plants = table('plants', (c) => ({ id: c.integer(), name: c.text() }))
export const lichens = table(
  'lichens',
  () => ({}),
  () => ({ inherits: [animals, plants] }),
)
export const allPlants = fn('all_plants', {
  returns: { setOf: plants },
  volatility: 'stable',
  body: sql`SELECT * FROM plants`,
})
