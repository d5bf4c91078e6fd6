import { check, inherited, sql, table } from 'tidemark'

export const orders = table('orders', (c) => ({ id: c.integer() }))
export const older = table(
  'old_orders',
  () => ({ ...inherited(orders) }),
  () => ({ inherits: [orders], constraints: [check('positive', sql`id > 0`)] }),
)
