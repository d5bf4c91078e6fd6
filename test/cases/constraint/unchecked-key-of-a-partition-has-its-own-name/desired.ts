import { foreignKey, partition, range, table } from 'tidemark'

export const keys = table('keys', (c) => ({ a: c.integer().primaryKey() }))
export const uses = table(
  'uses',
  (c) => ({ a: c.integer() }),
  (t) => ({
    partitionBy: range(t.a),
    constraints: [
      foreignKey('uses_a_fkey')
        .on(t.a)
        .references(() => [keys.a])
        .notValid(),
    ],
  }),
)
export const first = partition('uses_1')
  .of(uses, () => ({ names: { constraints: { uses_a_fkey: 'of_the_first' } } }))
  .from(0)
  .to(1000)
