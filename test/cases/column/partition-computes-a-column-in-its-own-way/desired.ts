import { comment, index, partition, range, sql, table } from 'tidemark'

export const sales = table(
  'sales',
  (c) => ({ at: c.date(), price: c.integer(), total: c.integer().generatedAs(sql`price * 2`) }),
  (t) => ({ partitionBy: range(t.at), indexes: [index('sales_total').on(t.total)] }),
)
export const first = partition('sales_1')
  .of(sales, () => ({
    columns: (c) => ({ total: c.total.generatedAs(sql`price * 3`).with(comment('as it was')) }),
  }))
  .from('2026-01-01')
  .to('2026-02-01')
export const second = partition('sales_2').of(sales).from('2026-02-01').to('2026-03-01')
export const third = partition('sales_3')
  .of(sales, () => ({ columns: (c) => ({ total: c.total.generatedAs(sql`price * 4`) }) }))
  .from('2026-03-01')
  .to('2026-04-01')
