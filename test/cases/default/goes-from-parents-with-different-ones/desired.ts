import { inherited, table } from 'tidemark'

export const a = table('a', (c) => ({ id: c.integer() }))
export const b = table('b', (c) => ({ id: c.integer() }))
export const both = table(
  'both_of_them',
  () => ({ ...inherited(a), ...inherited(b) }),
  () => ({ inherits: [a, b] }),
)
