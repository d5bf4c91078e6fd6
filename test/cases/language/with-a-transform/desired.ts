import { comment, compositeType, fn, language, sql, transform } from 'tidemark'

export const pair = compositeType('pair', (c) => ({ a: c.integer(), b: c.integer() }))
export const mine = language('mine', {
  handler: 'plpgsql_call_handler',
  inline: 'plpgsql_inline_handler',
  trusted: true,
}).with(comment('mine'))
export const from = fn('pair_from', {
  args: ['internal'],
  returns: 'internal',
  language: 'internal',
  volatility: 'immutable',
  body: sql`record_send`,
})
export const forMine = transform(pair, 'mine', { fromSql: from }).with(comment('transform'))
export const uses = fn('uses', {
  args: [pair],
  returns: 'void',
  language: 'mine',
  transforms: [pair],
  body: sql`BEGIN END`,
})
