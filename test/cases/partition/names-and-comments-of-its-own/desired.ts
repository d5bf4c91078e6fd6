import { comment, index, list, partition, primaryKey, table } from 'tidemark'

export const orders = table(
  'orders',
  (c) => ({ id: c.integer().notNull(), country: c.text().notNull() }),
  (t) => ({
    partitionBy: list(t.country),
    constraints: [primaryKey().on(t.id, t.country)],
    indexes: [index('orders_country').on(t.country)],
  }),
)
export const de = partition('orders_de')
  .of(orders, (t) => ({
    indexes: [index('de_only').on(t.id)],
    names: {
      indexes: { orders_country: { name: 'by_country', parts: [comment('Of one country')] } },
      constraints: { orders_pkey: 'de_key' },
    },
    parts: [comment('Germany')],
  }))
  .in('de')
export const fr = partition('orders_fr')
  .of(orders, () => ({ options: { fillfactor: 80 } }))
  .in('fr')
