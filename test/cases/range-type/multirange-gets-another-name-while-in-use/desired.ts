import { index, rangeType, sql, table, view } from 'tidemark'

export const hours = rangeType('hours', { subtype: 'time', multirange: 'public.opening' })
export const shops = table(
  'shops',
  (c) => ({
    open: c.type('public.opening').default(sql`'{}'`),
    lists: c.type('public.opening').array(),
    first: c.type(hours),
  }),
  (t) => ({ indexes: [index('shops_open_idx').using('gist', t.open)] }),
)
export const always = view('always', sql`SELECT open, first FROM shops WHERE open = opening(first)`)
