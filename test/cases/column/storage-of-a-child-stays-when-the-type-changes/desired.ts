import { inherited, table } from 'tidemark'

export const animals = table('animals', (c) => ({ id: c.bigint(), weight: c.text().default('7') }))
export const cats = table(
  'cats',
  () => ({ ...inherited(animals), weight: inherited(animals).weight.storage('external') }),
  () => ({ inherits: [animals] }),
)
export const dogs = table(
  'dogs',
  () => ({ ...inherited(animals) }),
  () => ({ inherits: [animals] }),
)
