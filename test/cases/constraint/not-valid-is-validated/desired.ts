import { check, sql, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ a: c.integer() }),
  () => ({ constraints: [check('positive', sql`a > 0`)] }),
)
