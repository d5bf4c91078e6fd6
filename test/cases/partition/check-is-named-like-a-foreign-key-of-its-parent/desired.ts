import { check, foreignKey, partition, range, sql, table } from 'tidemark'

export const devices = table('devices', (c) => ({ id: c.integer().primaryKey() }))
export const events = table(
  'events',
  (c) => ({ device: c.integer(), at: c.integer() }),
  (t) => ({
    partitionBy: range(t.at),
    constraints: [
      foreignKey('known')
        .on(t.device)
        .references(() => [devices.id]),
    ],
  }),
)
export const first = partition('events_1')
  .of(events, () => ({ names: { constraints: { known: 'known_1' } }, constraints: [check('known', sql`device > 0`)] }))
  .from(1)
  .to(100)
