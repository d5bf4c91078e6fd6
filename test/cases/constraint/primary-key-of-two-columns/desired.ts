import { primaryKey, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ a: c.integer().notNull(), b: c.integer().notNull() }),
  (t) => ({
    constraints: [primaryKey().on(t.a, t.b)],
  }),
)
