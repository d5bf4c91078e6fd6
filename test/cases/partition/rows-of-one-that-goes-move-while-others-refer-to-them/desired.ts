import { fn, foreignKey, list, partition, primaryKey, range, sql, table, trigger } from 'tidemark'

export const seen = table('seen', (c) => ({ region: c.text() }))
export const note = fn('note', {
  language: 'plpgsql',
  returns: 'trigger',
  body: sql`BEGIN INSERT INTO public.seen VALUES (NEW.region); RETURN NULL; END`,
})
export const shops = table(
  'shops',
  (c) => ({ region: c.text().notNull(), id: c.integer().notNull() }),
  (t) => ({
    partitionBy: list(t.region),
    constraints: [primaryKey('shops_pkey').on(t.region, t.id)],
    triggers: [trigger('note').after('insert').forEach('row').execute(note)],
  }),
)
export const de = partition('shops_de')
  .of(shops, (t) => ({ partitionBy: range(t.id) }))
  .in('de', 'it')
export const deLow = partition('shops_de_low').of(de).from(0).to(100)
export const rest = partition('shops_rest').of(shops).default()
export const us = partition('shops_us').of(shops).in('us')
export const sales = table(
  'sales',
  (c) => ({ region: c.text(), shop: c.integer() }),
  (t) => ({
    constraints: [
      foreignKey('sales_region_shop_fkey')
        .on(t.region, t.shop)
        .references(() => [shops.region, shops.id]),
    ],
  }),
)
