import { inherited, table } from 'tidemark'

export const parent = table('parent', (c) => ({ id: c.integer(), v: c.varchar(20).default('a2') }))
const { id, v } = inherited(parent)
export const child = table(
  'child',
  () => ({ id, v: v.default('b2') }),
  () => ({ inherits: [parent] }),
)
