import { fn, foreignKey, list, maxvalue, minvalue, partition, primaryKey, range, sql, table, trigger } from 'tidemark'

export const note = fn('note', {
  language: 'plpgsql',
  returns: 'trigger',
  body: sql` BEGIN INSERT INTO public.seen VALUES (TG_OP); RETURN NULL; END `,
})
export const sales = table(
  'sales',
  (c) => ({
    region: c.text().notNull(),
    id: c.integer().notNull(),
    amount: c.integer().notNull(),
    double: c.integer().generatedAs(sql`amount * 2`),
  }),
  (t) => ({
    partitionBy: list(t.region),
    constraints: [primaryKey('sales_pkey').on(t.id, t.region)],
    triggers: [trigger('note').after('insert', 'update', 'delete').forEach('row').execute(note)],
  }),
)
export const north = partition('sales_north').of(sales).in('north', "it's")
export const south = partition('sales_south').of(sales).in('south')
export const rest = partition('sales_rest').of(sales).default()
export const refunds = table(
  'refunds',
  (c) => ({ region: c.text(), sale: c.integer() }),
  (t) => ({
    constraints: [
      foreignKey('refunds_sale_region_fkey')
        .on(t.sale, t.region)
        .references(() => [sales.id, sales.region])
        .onDelete('cascade'),
    ],
  }),
)
export const seen = table('seen', (c) => ({ what: c.text() }))

export const events = table(
  'events',
  (c) => ({ a: c.integer(), b: c.text(), note: c.text() }),
  (t) => ({ partitionBy: range(t.a, sql`lower(${t.b}) COLLATE "C"`) }),
)
export const eventsRest = partition('events_rest').of(events).default()
export const middle = partition('events_middle')
  .of(events, (t) => ({ partitionBy: list(t.b) }))
  .from(1, 'b')
  .to(3, 'c')
export const middleX = partition('events_middle_x').of(middle).in('x')
export const middleRest = partition('events_middle_rest').of(middle).default()
export const top = partition('events_top').of(events).from(9, minvalue).to(maxvalue, maxvalue)

export const marks = table(
  'marks',
  (c) => ({ kind: c.integer(), at: c.date() }),
  (t) => ({ partitionBy: list(t.kind) }),
)
export const marksRest = partition('marks_rest')
  .of(marks, (t) => ({ partitionBy: range(t.at) }))
  .default()
export const marksRestAll = partition('marks_rest_all').of(marksRest).default()
export const marksRestJanuary = partition('marks_rest_january').of(marksRest).from('2026-01-01').to('2026-02-01')
export const marksNone = partition('marks_none').of(marks).in(null, 3)
