import { index, table } from 'tidemark'

export const kept = table(
  'kept',
  (c) => ({ a: c.integer() }),
  (t) => ({ indexes: [index('by_a').on(t.a)] }),
)
