import { compositeType, table } from 'tidemark'

export const place = compositeType('place', (c) => ({ x: c.integer() }))
export const places = table(
  'places',
  (c) => ({ x: c.integer().default(3) }),
  () => ({ of: place }),
)
