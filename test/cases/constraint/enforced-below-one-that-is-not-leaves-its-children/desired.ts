import { check, inherited, sql, table } from 'tidemark'

export const orders = table(
  'orders',
  (c) => ({ id: c.integer() }),
  () => ({ constraints: [check('positive', sql`id > 0`).notEnforced()] }),
)
export const open = table(
  'open_orders',
  () => ({ ...inherited(orders) }),
  () => ({ inherits: [orders], constraints: [check('positive', sql`id > 0`)] }),
)
export const fresh = table(
  'new_orders',
  () => ({ ...inherited(open) }),
  () => ({ inherits: [open] }),
)
