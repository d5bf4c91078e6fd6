import { check, inherited, primaryKey, sql, table } from 'tidemark'

export const places = table(
  'places',
  (c) => ({ id: c.integer().notNull(), name: c.text().notNull(), n: c.integer() }),
  () => ({ constraints: [check('places_n_check', sql`n > 0`)] }),
)
export const cities = table(
  'cities',
  (c) => ({ ...inherited(places), id: c.integer().notNull('after') }),
  () => ({ inherits: [places] }),
)
export const towns = table(
  'towns',
  (c) => ({ ...inherited(places), id: c.integer().notNull() }),
  (t) => ({ inherits: [places], constraints: [primaryKey().on(t.id)] }),
)
