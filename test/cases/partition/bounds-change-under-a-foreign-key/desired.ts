import { partition, range, table } from 'tidemark'

export const parents = table(
  'parents',
  (c) => ({ k: c.integer().primaryKey(), note: c.text().default('new') }),
  (t) => ({ partitionBy: range(t.k) }),
)
export const parents1 = partition('parents_1').of(parents).from(0).to(15)
export const parents2 = partition('parents_2').of(parents).from(15).to(20)
export const children = table('children', (c) => ({
  k: c.integer().references(() => parents.k, { onDelete: 'cascade' }),
}))
