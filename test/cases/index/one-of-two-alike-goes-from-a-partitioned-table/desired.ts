import { index, partition, range, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ id: c.integer() }),
  (t) => ({ partitionBy: range(t.id), indexes: [index('b').on(t.id)] }),
)
export const t1 = partition('t1').of(t).from(0).to(10)
