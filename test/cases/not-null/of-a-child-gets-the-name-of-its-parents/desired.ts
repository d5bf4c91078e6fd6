import { inherited, table } from 'tidemark'

export const orders = table('orders', (c) => ({ id: c.integer().identity() }))
export const older = table(
  'old_orders',
  () => ({ ...inherited(orders), id: inherited(orders).id.notNull() }),
  () => ({ inherits: [orders] }),
)
