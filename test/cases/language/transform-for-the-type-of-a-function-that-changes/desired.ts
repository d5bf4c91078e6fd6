import { fn, sql, transform } from 'tidemark'

export const pick = fn('pick', { returns: 'integer', language: 'sql', body: sql`SELECT 5` })
export const differs = fn('differs', {
  args: ['integer', 'integer'],
  returns: 'boolean',
  language: 'sql',
  body: sql`SELECT $1 <> $2`,
})
export const read = transform('integer', 'sql', { fromSql: 'prsd_lextype(internal)' })
