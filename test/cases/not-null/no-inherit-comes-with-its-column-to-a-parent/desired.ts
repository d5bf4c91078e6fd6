import { inherited, table } from 'tidemark'

export const animals = table('animals', (c) => ({ id: c.bigint(), name: c.text().notNull({ noInherit: true }) }))
export const cats = table(
  'cats',
  (c) => ({ ...inherited(animals), lives: c.integer() }),
  () => ({ inherits: [animals] }),
)
