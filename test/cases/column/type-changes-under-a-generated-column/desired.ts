import { sql, table } from 'tidemark'

export const t = table('t', (c) => ({ a: c.bigint(), b: c.text().generatedAs(sql`a::text || '!'`) }))
