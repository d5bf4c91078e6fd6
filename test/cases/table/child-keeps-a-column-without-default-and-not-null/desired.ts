import { table } from 'tidemark'

export const p = table('p', (c) => ({ id: c.integer() }))

export const c = table(
  'c',
  (t) => ({ n: t.integer() }),
  () => ({ inherits: [p] }),
)
