import { foreignKey, primaryKey, table } from 'tidemark'

export const a = table(
  'a',
  (c) => ({ tenant: c.integer().notNull(), id: c.integer().notNull() }),
  (t) => ({
    constraints: [primaryKey().on(t.tenant, t.id)],
  }),
)
export const b = table(
  'b',
  (c) => ({ tenant: c.integer(), a_id: c.integer() }),
  (t) => ({
    constraints: [
      foreignKey('b_fk')
        .on(t.tenant, t.a_id)
        .references(() => [a.tenant, a.id])
        .onDelete('set null', t.a_id),
    ],
  }),
)
