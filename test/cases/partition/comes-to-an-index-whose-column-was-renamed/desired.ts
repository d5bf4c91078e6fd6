import { index, partition, range, table, unique } from 'tidemark'

export const t = table(
  't',
  (c) => ({ id: c.integer(), city: c.text() }),
  (t) => ({
    partitionBy: range(t.id),
    constraints: [unique('t_key').on(t.id, t.city)],
    indexes: [index('t_place').on(t.city)],
  }),
)
export const t1 = partition('t1')
  .of(t, () => ({
    names: { indexes: { t_place: 't1_place_idx' }, constraints: { t_key: 't1_id_place_key' } },
  }))
  .from(0)
  .to(10)
// One is called as PostgreSQL would, one is not.
export const t2 = partition('t2')
  .of(t, () => ({ names: { indexes: { t_place: 't2_place_idx' } } }))
  .from(10)
  .to(20)
