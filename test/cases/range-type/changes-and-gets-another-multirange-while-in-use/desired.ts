import { fn, index, rangeType, sql, table } from 'tidemark'

export const distance = fn('distance', {
  args: ['bigint', 'bigint'],
  returns: 'double precision',
  language: 'sql',
  volatility: 'immutable',
  body: sql`SELECT ($1 - $2)::float8`,
})
export const span = rangeType('span', { subtype: 'bigint', subtypeDiff: 'public.distance', multirange: 'public.spans' })
export const shops = table(
  'shops',
  (c) => ({
    first: c.type(span),
    open: c.type('public.spans').default(sql`'{}'`),
    lists: c.type('public.spans').array(),
  }),
  (t) => ({ indexes: [index('shops_open_idx').using('gist', t.open)] }),
)
