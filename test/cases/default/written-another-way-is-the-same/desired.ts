import { sql, table } from 'tidemark'

export const t = table('t', (c) => ({
  a: c.timestamptz().default(sql`NOW( )`),
  b: c.text().default('x'),
  c: c.integer().default(sql`(1+1)`),
  d: c.date().default(sql`current_date`),
}))
