import { schema, sql, view } from 'tidemark'

const odd = schema('odd one')
export const numbers = view(
  odd('Numbers'),
  sql`WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10) SELECT i AS "the I" FROM n`,
)
export const names = view('names', sql`SELECT * FROM (VALUES (1, 'one'), (2, 'two')) AS v(id, name)`)
export const of = view('of', sql`SELECT "the I" FROM ${numbers}`)
