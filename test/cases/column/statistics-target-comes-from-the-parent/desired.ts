import { inherited, table } from 'tidemark'

export const parent = table('parent', (c) => ({
  id: c.integer().identityAlways().primaryKey(),
  t: c.name().notNull().default('').statistics(700),
}))
export const child = table(
  'child',
  (c) => ({ ...inherited(parent), extra: c.integer() }),
  () => ({ inherits: [parent] }),
)
export const other = table(
  'other',
  (c) => ({ ...inherited(parent), t: inherited(parent).t.statistics(700), id: c.integer(), extra: c.integer() }),
  () => ({ inherits: [parent] }),
)
export const fresh = table(
  'fresh',
  () => ({ ...inherited(parent), t: inherited(parent).t.statistics(700) }),
  () => ({ inherits: [parent] }),
)
