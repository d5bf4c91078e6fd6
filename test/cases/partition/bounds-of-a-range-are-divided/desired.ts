import { maxvalue, partition, range, table } from 'tidemark'

export const sales = table(
  'sales',
  (c) => ({ day: c.date().notNull(), amount: c.integer() }),
  (t) => ({
    partitionBy: range(t.day),
  }),
)
export const first = partition('sales_2025').of(sales).from('2025-01-01').to('2025-07-01')
export const second = partition('sales_2025_b').of(sales).from('2025-07-01').to('2026-01-01')
export const later = partition('sales_later').of(sales).from('2026-01-01').to(maxvalue)
