import { compositeType, fn, index, operator, operatorClass, operatorFamily, sql, table } from 'tidemark'

export const point2 = compositeType('point2', (c) => ({ x: c.bigint(), y: c.bigint() }))
const ofTwo = { args: [point2, point2], volatility: 'immutable' } as const
export const before = fn('before', { ...ofTwo, returns: 'boolean', body: sql`SELECT ($1).x < ($2).x` })
export const compare = fn('compare', { ...ofTwo, returns: 'integer', body: sql`SELECT sign(($1).x - ($2).x)::integer` })
export const same = fn('same', { ...ofTwo, returns: 'boolean', body: sql`SELECT ($1).x = ($2).x` })
export const isBefore = operator('<#', { left: point2, right: point2, function: before })
export const isSame = operator('=#', {
  left: point2,
  right: point2,
  function: same,
  commutator: 'OPERATOR(public.=#)',
  merges: true,
})
export const byX = operatorClass('by_x', {
  using: 'btree',
  forType: point2,
  family: operatorFamily('by_x', { using: 'btree' }),
  members: [
    'OPERATOR 1 public.<#(point2, point2)',
    'OPERATOR 3 public.=#(point2, point2)',
    'FUNCTION 1 (point2, point2) public.compare(point2, point2)',
  ],
})
export const places = table(
  'places',
  (c) => ({ at: c.type(point2) }),
  (t) => ({ indexes: [index('places_at').on(t.at.op('public.by_x'))] }),
)
