import { index, partition, range, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ id: c.integer(), city: c.text(), area: c.integer() }),
  (t) => ({ partitionBy: range(t.id), indexes: [index('t_place').on(t.city), index('t_city').on(t.city, t.area)] }),
)
export const t1 = partition('t1')
  .of(t, () => ({ names: { indexes: { t_place: 't1_place_idx' } } }))
  .from(0)
  .to(10)
