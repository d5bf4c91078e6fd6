import { check, inherited, sql, table } from 'tidemark'

export const things = table('things', (c) => ({ id: c.integer() }))
export const animals = table(
  'animals',
  (c) => ({ id: c.bigint(), age: c.integer() }),
  () => ({ constraints: [check('aged', sql`age > 1`)] }),
)
export const cats = table(
  'cats',
  () => ({ ...inherited(animals) }),
  () => ({ inherits: [animals] }),
)
