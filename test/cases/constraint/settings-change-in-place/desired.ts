import { primaryKey, table, unique } from 'tidemark'

export const t = table(
  't',
  (c) => ({ id: c.integer().notNull(), code: c.text() }),
  (t) => ({
    constraints: [primaryKey('t_pkey').on(t.id), unique('t_code_key').on(t.code).options({ fillfactor: 60 })],
  }),
)
export const u = table('u', (c) => ({ id: c.integer().references(() => t.id) }))
