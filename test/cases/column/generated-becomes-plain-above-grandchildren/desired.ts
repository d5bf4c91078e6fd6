import { partition, range, table } from 'tidemark'

export const sales = table(
  'sales',
  (c) => ({ at: c.date(), price: c.integer(), total: c.integer() }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const first = partition('sales_1')
  .of(sales, (t) => ({ partitionBy: range(t.at) }))
  .from('2026-01-01')
  .to('2026-02-01')
export const part = partition('sales_1a').of(first).from('2026-01-01').to('2026-01-10')
