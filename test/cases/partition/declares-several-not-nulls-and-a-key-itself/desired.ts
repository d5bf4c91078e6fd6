import { list, partition, primaryKey, table } from 'tidemark'

export const m = table(
  'm',
  (c) => ({ a: c.integer().notNull(), b: c.integer().notNull(), c: c.integer() }),
  (t) => ({ partitionBy: list(t.a) }),
)
export const m1 = partition('m_1')
  .of(m, (t) => ({
    columns: (c) => ({ a: c.a.notNull(), b: c.b.notNull(), c: c.c.notNull() }),
    constraints: [primaryKey().on(t.a, t.b)],
  }))
  .in(1)
