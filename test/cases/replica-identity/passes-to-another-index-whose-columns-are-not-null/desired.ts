import { index, replicaIdentity, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ id: c.integer(), n: c.integer().notNull() }),
  (t) => ({
    indexes: [index('t_id').on(t.id).unique(), index('t_n').on(t.n).unique()],
    parts: [replicaIdentity({ index: 't_n' })],
  }),
)
