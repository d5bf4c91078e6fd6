import { check, sql, table } from 'tidemark'

export const a = table(
  'a',
  (c) => ({ x: c.integer(), y: c.text().default('b'), k: c.integer() }),
  () => ({ constraints: [check('a_x', sql`x > 1`)] }),
)
export const b = table('b', (c) => ({ x: c.integer(), z: c.date().notNull() }))
export const c = table(
  'c',
  (c) => ({ w: c.integer() }),
  () => ({ inherits: [b, a] }),
)
export const d = table(
  'd',
  () => ({}),
  () => ({ inherits: [c] }),
)
