import { index, sql, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ a: c.integer(), b: c.integer() }),
  () => ({
    indexes: [
      index('t_sum_idx')
        .on(sql`a + b`)
        .statistics({ 1: 500 }),
    ],
  }),
)
