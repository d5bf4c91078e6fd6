import { index, replicaIdentity, table } from 'tidemark'

export const a = table(
  'a',
  (c) => ({ id: c.integer().primaryKey(), n: c.integer().notNull() }),
  (t) => ({ indexes: [index('a_id_n_idx').on(t.id, t.n).unique()], parts: [replicaIdentity({ index: 'a_id_n_idx' })] }),
)
export const b = table(
  'b',
  (c) => ({ id: c.integer() }),
  () => ({ parts: [replicaIdentity('nothing')] }),
)
export const c = table('c', (c) => ({ id: c.integer().primaryKey() }))
