import { fn, sql, table } from 'tidemark'

export const read = fn('money_in', {
  args: { text: 'cstring' },
  returns: 'public.money',
  language: 'internal',
  strict: true,
  volatility: 'immutable',
  body: sql`int8in`,
})
export const prices = table('prices', (c) => ({ price: c.type('public.money') }))
