import { exclude, partition, range, sql, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.integer(), n: c.integer() }),
  (t) => ({
    partitionBy: range(t.id),
    constraints: [
      exclude('one_at_a_time')
        .using('btree')
        .with([sql`id`, '=']),
    ],
  }),
)
export const first = partition('events_1')
  .of(events, () => ({ names: { constraints: { one_at_a_time: 'named' } } }))
  .from(1)
  .to(100)
export const second = partition('events_2').of(events).from(100).to(200)
