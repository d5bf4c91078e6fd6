import { foreignKey, partition, range, table } from 'tidemark'

export const users = table('users', (c) => ({ id: c.bigint().primaryKey() }))
export const events = table(
  'events',
  (c) => ({ id: c.bigint(), at: c.date() }),
  (t) => ({
    partitionBy: range(t.at),
    constraints: [
      foreignKey('events_id_fkey')
        .on(t.id)
        .references(() => [users.id]),
    ],
  }),
)
export const events2 = partition('events_2')
  .of(events, (p) => ({
    constraints: [
      foreignKey('events_2_id_fkey')
        .on(p.id)
        .references(() => [users.id]),
    ],
  }))
  .from('2026-03-01')
  .to('2026-04-01')
