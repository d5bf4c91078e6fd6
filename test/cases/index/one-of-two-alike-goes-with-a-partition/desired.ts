import { index, partition, range, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ id: c.integer() }),
  (t) => ({ partitionBy: range(t.id), indexes: [index('earlier').on(t.id)] }),
)
export const other = partition('t_default').of(t).default()
