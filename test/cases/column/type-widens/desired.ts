import { table } from 'tidemark'

export const orders = table('orders', (c) => ({
  id: c.bigint().primaryKey(),
  total: c.numeric(12, 2).notNull().default(0),
  note: c.text(),
}))
