import { partition, range, table, type Column } from 'tidemark'

export const n = table(
  'n',
  (c) => ({
    id: c.integer().primaryKey(),
    up: c.integer().references((): Column => n.id, { onDelete: 'cascade' }),
  }),
  (t) => ({ partitionBy: range(t.id) }),
)
export const n1 = partition('n1').of(n).from(0).to(5)
export const n2 = partition('n2').of(n).from(5).to(20)
export const n3 = partition('n3').of(n).from(20).to(30)
export const rest = partition('n_rest').of(n).default()
