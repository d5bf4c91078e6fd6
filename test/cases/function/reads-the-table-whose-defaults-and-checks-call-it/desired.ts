import { check, fn, policy, schema, sql, table } from 'tidemark'

schema('app')
export const next = fn('next', {
  returns: 'bigint',
  language: 'sql',
  standardBody: sql`BEGIN ATOMIC SELECT count(*) FROM public.items; END`,
})
export const fits = fn('fits', {
  args: ['public.items'],
  returns: 'boolean',
  language: 'sql',
  volatility: 'immutable',
  standardBody: sql`RETURN ($1).size > 0`,
})
export const items = table(
  'items',
  (c) => ({
    id: c
      .bigint()
      .default(sql`next()`)
      .primaryKey(),
    size: c.integer(),
  }),
  () => ({ constraints: [check('items_fit', sql`fits(items.*)`)], policies: [policy('some').using(sql`next() < 5`)] }),
)
