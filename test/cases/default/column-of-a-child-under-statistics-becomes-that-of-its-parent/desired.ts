import { inherited, statistics, table } from 'tidemark'

export const readings = table('readings', (c) => ({ id: c.bigint(), n: c.integer().default(7) }))
export const guesses = table(
  'guesses',
  () => ({ ...inherited(readings) }),
  (t) => ({ inherits: [readings], statistics: [statistics('guessed').on(t.id, t.n)] }),
)
