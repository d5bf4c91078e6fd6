import { compositeType, list, partition, range, rangeType, table } from 'tidemark'

export const words = rangeType('words', { subtype: 'text', collation: 'POSIX' })
export const pair = compositeType('pair', (c) => ({ w: c.type(words), n: c.integer() }))
export const grid = table(
  'grid',
  (c) => ({ a: c.integer(), ws: c.type(words), two: c.type(pair) }),
  (t) => ({ partitionBy: range(t.a) }),
)
export const first = partition('grid_1').of(grid).from(0).to(4)
export const second = partition('grid_2')
  .of(grid, (t) => ({ partitionBy: list(t.a) }))
  .from(4)
  .to(9)
export const five = partition('grid_2_5').of(second).in(5, 6)
