import { check, domain, sql, table } from 'tidemark'

export const small = domain('small', (c) => c.smallint())
export const several = domain('several', (c) => c.type(small).default(6), {
  checks: [check('several_check', sql`VALUE::text <> 'x'`)],
})
export const t = table('t', (c) => ({ s: c.type(several) }))
