import { check, sql, table } from 'tidemark'

export const things = table(
  'things',
  (c) => ({ id: c.integer(), width: c.integer().notNull('things_size_not_null') }),
  () => ({ constraints: [check('things_weight_not_null', sql`width > 0`)] }),
)
