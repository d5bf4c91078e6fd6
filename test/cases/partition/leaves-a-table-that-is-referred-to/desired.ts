import { partition, range, table } from 'tidemark'

export const parents = table(
  'parents',
  (c) => ({ k: c.integer().primaryKey() }),
  (t) => ({ partitionBy: range(t.k) }),
)
export const parents1 = partition('parents_1').of(parents).from(0).to(10)
export const children = table('children', (c) => ({
  k: c.integer().references(() => parents.k, { onDelete: 'cascade' }),
}))
export const parents3 = partition('parents_3').of(parents).from(20).to(30)
