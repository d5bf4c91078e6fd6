import { compositeType, table } from 'tidemark'

export const reading = compositeType('reading', (c) => ({ id: c.bigint(), value: c.text(), unit: c.text() }))

export const readings = table(
  'readings',
  (c) => ({ id: c.bigint().primaryKey(), value: c.text().notNull().default('none'), unit: c.text() }),
  () => ({ of: reading }),
)
