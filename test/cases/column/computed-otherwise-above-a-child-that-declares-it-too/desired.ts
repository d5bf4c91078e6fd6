import { inherited, sql, table } from 'tidemark'

export const sales = table('sales', (c) => ({ price: c.integer(), total: c.integer().generatedAs(sql`price * 4`) }))
export const older = table(
  'old_sales',
  (c) => ({ ...inherited(sales), total: c.integer().generatedAs(sql`price * 4`) }),
  () => ({ inherits: [sales] }),
)
export const newer = table(
  'new_sales',
  (c) => ({ ...inherited(sales), total: c.integer().generatedAs(sql`price * 3`) }),
  () => ({ inherits: [sales] }),
)
