import { comment, sql, table, view } from 'tidemark'

export const t = table('t', (c) => ({ id: c.integer(), name: c.varchar(10), status: c.varchar(10) }))
export const v = view(
  'v',
  { checkOption: 'local', columns: { name: { default: sql`'none'`, parts: [comment('new')] } } },
  sql`SELECT id, name FROM t WHERE status IN ('a', 'b')`,
)
export const w = view('w', { securityBarrier: true }, sql`SELECT id FROM v;`)
