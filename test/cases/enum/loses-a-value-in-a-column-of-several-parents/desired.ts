import { enumType, table } from 'tidemark'

export const mood = enumType('mood', ['sad', 'ok'])
export const one = table('one', (c) => ({ id: c.bigint(), mood: c.type(mood) }))
export const two = table('two', (c) => ({ id: c.bigint(), mood: c.type(mood) }))
export const toys = table(
  'toys',
  () => ({}),
  () => ({ inherits: [two, one] }),
)
