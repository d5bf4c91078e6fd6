import { foreignKey, table } from 'tidemark'

export const a = table('a', (c) => ({ id: c.integer().primaryKey('new_name') }))
export const b = table(
  'b',
  (c) => ({ a_id: c.integer() }),
  (t) => ({
    constraints: [
      foreignKey()
        .on(t.a_id)
        .references(() => [a.id])
        .deferrable(),
    ],
  }),
)
