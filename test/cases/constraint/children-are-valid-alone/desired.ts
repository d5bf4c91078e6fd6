import { check, comment, inherited, partition, range, sql, table, validated } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.integer(), at: c.date() }),
  (t) => ({ partitionBy: range(t.at), constraints: [check('positive', sql`id > -5`).notValid()] }),
)
export const first = partition('events_1')
  .of(events, () => ({ constraints: [validated('positive')] }))
  .from('2026-01-01')
  .to('2026-02-01')
export const second = partition('events_2').of(events).from('2026-02-01').to('2026-03-01')

export const places = table(
  'places',
  (c) => ({ name: c.text() }),
  () => ({ constraints: [check('named', sql`name <> 'x'`).notValid()] }),
)
export const towns = table(
  'towns',
  (c) => ({ ...inherited(places), people: c.integer() }),
  () => ({ inherits: [places], constraints: [validated('named').with(comment('looked at'))] }),
)
export const villages = table(
  'villages',
  () => ({ ...inherited(places) }),
  () => ({ inherits: [places] }),
)
