import { list, partition, table } from 'tidemark'

export const sales = table(
  'sales',
  (c) => ({ region: c.text(), amount: c.integer() }),
  (t) => ({
    partitionBy: list(t.region),
  }),
)
export const a = partition('sales_a').of(sales).in('south')
export const b = partition('sales_b').of(sales).in('north', 'west')
export const c = partition('sales_c').of(sales).default()
