import { check, sql, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ a: c.text(), b: c.integer() }),
  () => ({
    constraints: [check('c1', sql`a = ANY (ARRAY['x', 'y'])`), check('c2', sql`b >= 1 and b <= 5`)],
  }),
)
