import { list, partition, table } from 'tidemark'

export const orders = table(
  'orders',
  (c) => ({ id: c.integer(), country: c.text() }),
  (t) => ({ partitionBy: list(t.country) }),
)
export const de = partition('orders_de').of(orders).in('de')
export const others = partition('orders_at').of(orders).in('at', 'ch')
