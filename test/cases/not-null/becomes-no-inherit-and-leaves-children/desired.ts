import { inherited, table } from 'tidemark'

export const animals = table('animals', (c) => ({
  id: c.integer(),
  name: c.text().notNull({ name: 'named', noInherit: true }),
}))
export const cats = table(
  'cats',
  (c) => ({ ...inherited(animals), lives: c.integer() }),
  () => ({ inherits: [animals] }),
)
export const kittens = table(
  'kittens',
  () => ({ ...inherited(cats) }),
  () => ({ inherits: [cats] }),
)
export const dogs = table(
  'dogs',
  () => ({ ...inherited(animals), name: inherited(animals).name.notNull('has_name') }),
  () => ({ inherits: [animals] }),
)
