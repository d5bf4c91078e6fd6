import { index, sql, table } from 'tidemark'

export const orders = table(
  'orders',
  (c) => ({
    id: c.integer().primaryKey(),
    note: c.text(),
    open: c.boolean().notNull(),
  }),
  (t) => ({
    indexes: [
      index('orders_note_idx')
        .on(t.note)
        .where(sql`open`),
    ],
  }),
)
