import { fn, inherited, sql, table } from 'tidemark'

export const a = table('a', (c) => ({ id: c.integer(), t: c.text().default('a') }))
export const b = table('b', (c) => ({ id: c.integer(), t: c.text().default('b') }))
export const both = table(
  'both_of_them',
  (c) => ({
    ...inherited(a),
    ...inherited(b),
    t: c.text().default('b'),
    n: c.bigint().default(sql`counted()`),
  }),
  () => ({ inherits: [a, b] }),
)
export const counted = fn('counted', {
  returns: 'bigint',
  standardBody: sql`BEGIN ATOMIC
 SELECT count(*) FROM both_of_them;
END`,
})
