import { comment, fn, operator, sql, view } from 'tidemark'

const immutable = { args: ['text', 'text'], returns: 'boolean', volatility: 'immutable' } as const
export const same = fn('same', { ...immutable, body: sql`SELECT lower($1) = lower($2)` })
export const differs = fn('differs', { ...immutable, body: sql`SELECT lower($1) <> lower($2)` })
export const minus = fn('minus', { args: ['text'], returns: 'text', volatility: 'immutable', body: sql`SELECT $1` })
export const equal = operator('===', {
  left: 'text',
  right: 'text',
  function: same,
  commutator: 'OPERATOR(public.===)',
  negator: 'OPERATOR(public.<<>>)',
  restrict: 'eqsel',
  join: 'eqjoinsel',
  hashes: true,
  merges: true,
}).with(comment('same'))
export const unequal = operator('<<>>', {
  left: 'text',
  right: 'text',
  function: differs,
  negator: 'OPERATOR(public.===)',
  restrict: 'neqsel',
})
export const bang = operator('!!!', { right: 'text', function: minus }).with(comment('prefix'))
export const v = view('v', sql`SELECT 'a'::text OPERATOR(public.===) 'A'::text AS yes`)
