import { index, partition, range, table } from 'tidemark'

export const orders = table(
  'orders',
  (c) => ({ id: c.integer(), n: c.integer() }),
  (t) => ({ partitionBy: range(t.id) }),
)
export const first = partition('orders_1')
  .of(orders, (t) => ({
    columns: (c) => ({ id: c.id.notNull() }),
    indexes: [index('orders_1_id_idx').on(t.id).unique()],
  }))
  .from(1)
  .to(1000)
