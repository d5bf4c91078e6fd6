import { clusterOn, index, materializedView, sql, table } from 'tidemark'

export const a = table(
  'a',
  (c) => ({ id: c.integer().primaryKey(), n: c.integer() }),
  () => ({ parts: [clusterOn('a_pkey')] }),
)

export const m = materializedView(
  'm',
  (t) => ({ indexes: [index('m_n_idx').on(t['n']!)], parts: [clusterOn('m_n_idx')] }),
  sql`SELECT id, n FROM a`,
)
