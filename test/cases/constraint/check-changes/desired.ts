import { check, sql, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ a: c.integer() }),
  () => ({
    constraints: [check('limits', sql`a > 0 AND a < 100`)],
  }),
)
