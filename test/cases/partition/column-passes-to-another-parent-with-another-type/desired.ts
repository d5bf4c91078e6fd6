import { table } from 'tidemark'

export const one = table('one', (c) => ({ id: c.bigint() }))
export const two = table('two', (c) => ({ id: c.bigint(), note: c.varchar(40).notNull().default('') }))
export const toys = table(
  'toys',
  () => ({}),
  () => ({ inherits: [two, one] }),
)
