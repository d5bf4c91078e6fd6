import { check, compositeType, primaryKey, sql, table, unique } from 'tidemark'

export const place = compositeType('place', (c) => ({ id: c.integer(), name: c.text(), n: c.integer() }))
export const places = table(
  'places',
  (c) => ({ id: c.integer().notNull(), name: c.text(), n: c.integer().default(5) }),
  (t) => ({
    of: place,
    constraints: [check('places_n_check', sql`n > 0`), primaryKey().on(t.id), unique().on(t.name)],
  }),
)
