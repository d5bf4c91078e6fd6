import { enumType, inherited, table } from 'tidemark'

export const mood = enumType('mood', ['ok', 'happy'])
export const people = table('people', (c) => ({ id: c.integer(), mood: c.type(mood).default('ok') }))
export const children = table(
  'children',
  (c) => ({ ...inherited(people), age: c.integer() }),
  () => ({ inherits: [people] }),
)
export const pets = table(
  'pets',
  (c) => ({ ...inherited(people), mood: c.type(mood).inChild().default('happy'), legs: c.integer() }),
  () => ({ inherits: [people] }),
)
