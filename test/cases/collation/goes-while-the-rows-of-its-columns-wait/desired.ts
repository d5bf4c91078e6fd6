import { partition, range, table } from 'tidemark'

export const grid = table(
  'grid',
  (c) => ({ a: c.integer(), b: c.text(), c: c.text() }),
  (t) => ({ partitionBy: range(t.a) }),
)
export const rest = partition('grid_rest').of(grid).default()
export const many = table(
  'many',
  (c) => ({ a: c.integer(), c: c.text() }),
  (t) => ({ partitionBy: range(t.a) }),
)
export const low = partition('many_1').of(many).from(0).to(50)
export const high = partition('many_2').of(many).from(50).to(100)
