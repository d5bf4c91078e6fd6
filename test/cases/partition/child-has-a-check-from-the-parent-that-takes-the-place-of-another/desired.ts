import { check, inherited, sql, table } from 'tidemark'

export const parent = table(
  'new_parent',
  (c) => ({ id: c.integer(), size: c.integer() }),
  () => ({ constraints: [check('size_fits', sql`size > 0`)] }),
)
export const child = table(
  'child',
  (c) => ({ ...inherited(parent), x: c.integer() }),
  () => ({ inherits: [parent] }),
)
