import { index, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ a: c.integer() }),
  (t) => ({ indexes: [index('t_a_idx').on(t.a).unique()] }),
)
