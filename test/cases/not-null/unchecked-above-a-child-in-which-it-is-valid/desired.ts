import { partition, list, table } from 'tidemark'

export const orders = table(
  'orders',
  (c) => ({ id: c.integer() }),
  (t) => ({ partitionBy: list(t.id) }),
)
export const first = partition('orders_1').of(orders).in(1)
export const second = partition('orders_2').of(orders).in(2)
