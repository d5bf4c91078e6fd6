import { exclude, list, partition, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ id: c.integer(), n: c.integer() }),
  (t) => ({ partitionBy: list(t.id), constraints: [exclude('t_apart').using('btree').with([t.id, '='])] }),
)
export const t1 = partition('t1').of(t).in(0, 3)
export const t2 = partition('t2')
  .of(t, () => ({ names: { constraints: { t_apart: 'by_hand' } } }))
  .in(1, 4)
