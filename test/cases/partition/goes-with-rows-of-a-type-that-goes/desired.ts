import { list, partition, table } from 'tidemark'

export const spread = table(
  'spread',
  (c) => ({ id: c.bigint().notNull(), more: c.integer() }),
  (t) => ({ partitionBy: list(t.id) }),
)
export const rest = partition('spread_0').of(spread).default()
