import { inherited, table } from 'tidemark'

export const orders = table('orders', (c) => ({ n: c.integer(), kind: c.text().default('new') }))
export const older = table(
  'old_orders',
  (c) => ({ ...inherited(orders), kind: c.text().default('new') }),
  () => ({ inherits: [orders] }),
)
