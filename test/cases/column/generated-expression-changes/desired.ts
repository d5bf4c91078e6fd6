import { index, sql, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ a: c.integer(), double: c.integer().generatedAs(sql`a + a`) }),
  (t) => ({
    indexes: [index('t_double_idx').on(t.double)],
  }),
)
