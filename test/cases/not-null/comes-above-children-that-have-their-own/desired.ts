import { inherited, table } from 'tidemark'

export const orders = table('orders', (c) => ({ id: c.integer().notNull() }))
export const older = table(
  'old_orders',
  (c) => ({ ...inherited(orders), id: c.integer().notNull('old_orders_id_not_null') }),
  () => ({ inherits: [orders] }),
)
export const oldest = table(
  'oldest_orders',
  (c) => ({ ...inherited(older), id: c.integer().notNull('oldest_orders_id_not_null') }),
  () => ({ inherits: [older] }),
)
