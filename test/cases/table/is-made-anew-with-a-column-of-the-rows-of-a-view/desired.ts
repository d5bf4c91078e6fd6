import { enumType, partition, range, table } from 'tidemark'

export const thing = enumType('thing', ['a', 'b'])
export const spread = table(
  'spread',
  (c) => ({ id: c.integer(), more: c.integer() }),
  (t) => ({ partitionBy: range(t.id) }),
)
export const rest = partition('spread_0').of(spread).default()
