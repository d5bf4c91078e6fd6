import { inherited, table } from 'tidemark'

export const readings = table('readings', (c) => ({ id: c.integer().primaryKey() }))
export const guesses = table(
  'guesses',
  () => ({ ...inherited(readings), id: inherited(readings).id.nullable() }),
  () => ({ inherits: [readings] }),
)
