import { hash, partition, table } from 'tidemark'

export const orders = table(
  'orders',
  (c) => ({ id: c.integer() }),
  (t) => ({ partitionBy: hash(t.id) }),
)
export const even = partition('orders_0').of(orders).modulus(2).remainder(0)
export const odd = partition('orders_1').of(orders).modulus(2).remainder(1)
