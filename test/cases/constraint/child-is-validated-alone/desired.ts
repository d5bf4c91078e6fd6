import { check, comment, partition, range, sql, table, validated } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.integer(), at: c.date() }),
  (t) => ({
    partitionBy: range(t.at),
    constraints: [
      check('positive', sql`id > 0`)
        .notValid()
        .with(comment('above')),
    ],
  }),
)
export const first = partition('events_1').of(events).from('2026-01-01').to('2026-02-01')
export const second = partition('events_2')
  .of(events, (t) => ({ partitionBy: range(t.at), constraints: [validated('positive')] }))
  .from('2026-02-01')
  .to('2026-03-01')
export const part = partition('events_2a').of(second).from('2026-02-01').to('2026-02-10')
export const third = partition('events_3')
  .of(events, () => ({ constraints: [validated('positive').with(comment('at the end'))] }))
  .from('2026-03-01')
  .to('2026-04-01')
