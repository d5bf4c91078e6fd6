import { partition, range, table } from 'tidemark'

export const older = table(
  'old_orders',
  (c) => ({ id: c.integer(), n: c.integer() }),
  (t) => ({ partitionBy: range(t.id) }),
)
export const all = partition('all_orders').of(older).default()
