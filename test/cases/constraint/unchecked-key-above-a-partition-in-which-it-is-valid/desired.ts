import { list, partition, table } from 'tidemark'

export const keys = table('keys', (c) => ({ a: c.integer().primaryKey() }))
export const uses = table(
  'uses',
  (c) => ({ a: c.integer() }),
  (t) => ({ partitionBy: list(t.a) }),
)
export const first = partition('uses_1').of(uses).in(1)
