import { enumType, inherited, table } from 'tidemark'

export const mood = enumType('mood', ['ok', 'happy'])
export const people = table('people', (c) => ({ id: c.integer(), mood: c.type(mood).default('ok') }))
export const children = table(
  'children',
  (c) => ({ ...inherited(people), age: c.integer() }),
  () => ({ inherits: [people] }),
)
