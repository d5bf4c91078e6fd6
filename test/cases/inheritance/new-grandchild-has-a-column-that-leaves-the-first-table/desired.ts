import { fn, sql, table } from 'tidemark'

export const a = table('a', (c) => ({ id: c.bigint() }))
export const b = table(
  'b',
  () => ({}),
  () => ({ inherits: [a] }),
)
export const c = table(
  'c',
  (c) => ({ n: c.integer() }),
  () => ({ inherits: [b] }),
)
export const f = fn('f', { returns: 'SETOF public.a', language: 'sql', body: sql`SELECT * FROM a` })
