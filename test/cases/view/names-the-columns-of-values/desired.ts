import { materializedView, sql, view } from 'tidemark'

export const colours = view(
  'colours',
  sql`SELECT column1 AS id, column2 AS "name, AS" FROM (VALUES (1, 'red'), (2, 'a, b) "*VALUES*"'), (3, 'blue')) "*VALUES*"`,
)
export const stored = materializedView('stored', sql`SELECT column1 AS a, column2 FROM (VALUES (1, 'x')) "*VALUES*"`)
export const both = view(
  'both',
  sql`SELECT column1 AS id, column2 AS name FROM (VALUES (1, 'UNION')) "*VALUES*"
    UNION ALL SELECT column1 AS id, column2 AS name FROM (VALUES (2, 'b'), (3, 'c')) "*VALUES*"`,
)
