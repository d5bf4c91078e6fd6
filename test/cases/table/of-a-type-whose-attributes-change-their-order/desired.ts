import { compositeType, table } from 'tidemark'

export const reading = compositeType('reading', (c) => ({ at: c.date(), y: c.integer(), x: c.bigint() }))
export const place = compositeType('place', (c) => ({ x: c.bigint(), y: c.integer() }))

export const readings = table(
  'readings',
  (c) => ({ at: c.date(), y: c.integer().primaryKey(), x: c.bigint().default(3) }),
  () => ({ of: reading }),
)
export const others = table(
  'others',
  (c) => ({ x: c.bigint(), y: c.integer() }),
  () => ({ of: place }),
)
