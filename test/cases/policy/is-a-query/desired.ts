import { fn, policy, sql, table } from 'tidemark'

export const isAdmin = fn('is_admin', {
  returns: 'boolean',
  language: 'sql',
  volatility: 'stable',
  body: sql`SELECT true`,
})
export const notes = table(
  'notes',
  (c) => ({ id: c.integer(), owner: c.text() }),
  () => ({
    rowSecurity: true,
    policies: [
      policy('everything').using(sql`(SELECT is_admin() OR false)`),
      policy('own').using(sql`(VALUES (true))`),
    ],
  }),
)
