import { comment, fn, index, operatorClass, operatorFamily, sql, table } from 'tidemark'

export const cmp = fn('cmp', {
  args: ['text', 'text'],
  returns: 'integer',
  volatility: 'immutable',
  body: sql`SELECT length($1) - length($2)`,
})
export const plain = operatorFamily('plain', {
  using: 'btree',
  members: ['OPERATOR 2 <= (integer, bigint)', 'FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint)'],
})
export const lengths = operatorFamily('Lengths', { using: 'btree' }).with(comment('family'))
export const byLength = operatorClass('by_length', {
  using: 'btree',
  forType: 'text',
  family: lengths,
  members: [
    'OPERATOR 1 <',
    'OPERATOR 2 <=',
    'OPERATOR 3 =',
    'OPERATOR 4 >=',
    'OPERATOR 5 >',
    'FUNCTION 1 cmp(text, text)',
  ],
}).with(comment('class'))
export const odd = operatorClass('odd', {
  using: 'gin',
  forType: 'text',
  family: operatorFamily('odd', { using: 'gin' }),
  storage: 'integer',
})
export const t = table(
  't',
  (c) => ({ name: c.text() }),
  (t) => ({ indexes: [index('t_name').on(t.name.op('by_length'))] }),
)
