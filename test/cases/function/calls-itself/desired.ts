import { fn, sql, schema } from 'tidemark'

schema('app')
export const factorial = fn('factorial', {
  args: { n: 'numeric' },
  returns: 'numeric',
  standardBody: sql`RETURN CASE WHEN n < 2 THEN 1 ELSE n * factorial(n - 1) END`,
})
