import { partition, primaryKey, range, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ id: c.integer().notNull() }),
  (t) => ({ partitionBy: range(t.id), constraints: [primaryKey('t1_pkey').on(t.id)] }),
)
export const t1 = partition('t1')
  .of(t, () => ({ names: { constraints: { t1_pkey: 't_pkey' } } }))
  .from(0)
  .to(10)
