import { inherited, table } from 'tidemark'

export const readings = table('readings', (c) => ({ id: c.integer(), value: c.numeric().notNull() }))
export const guesses = table(
  'guesses',
  () => ({ ...inherited(readings), value: inherited(readings).value.nullable() }),
  () => ({ inherits: [readings] }),
)
export const oldGuesses = table(
  'old_guesses',
  () => ({ ...inherited(guesses) }),
  () => ({ inherits: [guesses] }),
)
export const measured = table(
  'measured',
  () => ({ ...inherited(readings) }),
  () => ({ inherits: [readings] }),
)
