import { foreignKey, table } from 'tidemark'

export const a = table('a', (c) => ({ id: c.integer().primaryKey() }))
export const b = table(
  'b',
  (c) => ({ a_id: c.integer() }),
  (t) => ({
    constraints: [
      foreignKey('b_a_id_fkey')
        .on(t.a_id)
        .references(() => [a.id])
        .deferrable('deferred'),
    ],
  }),
)
