import { partition, range, table } from 'tidemark'

export const items = table(
  'items',
  (c) => ({ code: c.text().notNull() }),
  (t) => ({ partitionBy: range(t.code) }),
)
export const low = partition('items_low').of(items).from('1').to('10')
export const high = partition('items_high').of(items).from('10').to('9')
