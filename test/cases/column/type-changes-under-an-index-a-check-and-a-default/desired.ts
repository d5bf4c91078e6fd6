import { index, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ id: c.integer().primaryKey(), n: c.text().default('1') }),
  (t) => ({ indexes: [index('t_n_idx').on(t.n)] }),
)
