import { sql, table } from 'tidemark'

export const t = table('t', (c) => ({ a: c.integer(), b: c.integer().generatedAs(sql`a * 2`, 'virtual') }))
