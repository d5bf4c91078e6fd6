import { index, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ a: c.integer() }),
  (t) => ({ indexes: [index('one').on(t.a).unique()] }),
)
