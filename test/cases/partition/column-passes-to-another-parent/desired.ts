import { inherited, table, check, sql } from 'tidemark'

export const named = table(
  'named',
  (c) => ({ label: c.text().notNull(), rank: c.integer() }),
  (t) => ({ constraints: [check('named_rank_check', sql`${t.rank} > 0`)] }),
)
export const titled = table('titled', (c) => ({ label: c.text(), year: c.integer() }))
export const book = table(
  'book',
  (c) => ({ ...inherited(titled), pages: c.integer() }),
  () => ({ inherits: [titled] }),
)
