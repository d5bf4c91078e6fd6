import { fn, operator, sql } from 'tidemark'

const immutable = { args: ['integer', 'integer'], returns: 'boolean', volatility: 'immutable' } as const
export const same = fn('same', { ...immutable, body: sql`SELECT $1 = $2` })
export const differs = fn('differs', { ...immutable, body: sql`SELECT $1 <> $2` })
export const equal = operator('===', { left: 'integer', right: 'integer', function: same, hashes: true })
export const unequal = operator('<<>>', {
  left: 'integer',
  right: 'integer',
  function: differs,
  negator: 'OPERATOR(public.===)',
})
export const alone = operator('<<<>>>', { left: 'integer', right: 'integer', function: differs })
export const ofNone = operator('~~~>', { left: 'integer', right: 'integer', function: differs })
