import { arg, fn, policy, sql, table } from 'tidemark'

export const allowed = fn('allowed', {
  args: { id: 'integer', extra: arg('integer', { default: sql`1` }) },
  returns: 'boolean',
  language: 'sql',
  body: sql`SELECT true`,
})
export const t = table(
  't',
  (c) => ({ id: c.integer() }),
  () => ({ policies: [policy('p').using(sql`allowed(id)`)] }),
)
