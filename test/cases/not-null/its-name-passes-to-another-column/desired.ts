import { check, sql, table } from 'tidemark'

export const pairs = table('pairs', (c) => ({ a: c.integer().notNull('two'), b: c.integer().notNull('one') }))
export const things = table(
  'things',
  (c) => ({ id: c.integer(), width: c.integer().notNull('things_size_not_null') }),
  () => ({ constraints: [check('things_weight_not_null', sql`width > 0`)] }),
)
