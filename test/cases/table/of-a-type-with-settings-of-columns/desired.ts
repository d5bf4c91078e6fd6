import { compositeType, table } from 'tidemark'

export const place = compositeType('place', (c) => ({ x: c.bigint(), y: c.integer(), w: c.text() }))
export const places = table(
  'places',
  (c) => ({ x: c.bigint().options({ n_distinct: 5 }), y: c.integer().statistics(30), w: c.text().storage('external') }),
  () => ({ of: place }),
)
