import { table } from 'tidemark'

export const readings = table('readings', (c) => ({ id: c.integer().primaryKey(), value: c.numeric().notNull() }))
export const guesses = table(
  'guesses',
  (c) => ({ id: c.integer().nullable(), value: c.numeric().nullable() }),
  () => ({ inherits: [readings] }),
)
