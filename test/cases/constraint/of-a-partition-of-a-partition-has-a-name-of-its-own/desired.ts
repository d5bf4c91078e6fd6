import { foreignKey, list, partition, table } from 'tidemark'

export const keys = table('keys', (c) => ({ a: c.integer().primaryKey() }))
export const uses = table(
  'uses',
  (c) => ({ a: c.integer() }),
  (t) => ({
    partitionBy: list(t.a),
    constraints: [
      foreignKey('of_uses')
        .on(t.a)
        .references(() => [keys.a]),
    ],
  }),
)
export const first = partition('uses_1')
  .of(uses, (t) => ({ partitionBy: list(t.a) }))
  .in(1)
export const part = partition('uses_1a')
  .of(first, () => ({ names: { constraints: { of_uses: 'of_the_part' } } }))
  .in(1)
