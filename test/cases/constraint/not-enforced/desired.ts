import { check, sql, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ a: c.integer() }),
  () => ({ constraints: [check('c', sql`a > 0`).notEnforced()] }),
)
