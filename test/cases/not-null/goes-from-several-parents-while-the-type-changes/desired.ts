import { table } from 'tidemark'

export const animals = table('animals', (c) => ({ id: c.integer(), size: c.text() }))
export const pets = table('pets', (c) => ({ size: c.text() }))
export const cats = table(
  'cats',
  (c) => ({ lives: c.integer() }),
  () => ({ inherits: [animals, pets] }),
)
