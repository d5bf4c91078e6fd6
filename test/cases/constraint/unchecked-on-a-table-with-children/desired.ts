import { check, inherited, partition, range, sql, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.bigint(), at: c.date() }),
  (t) => ({ partitionBy: range(t.at), constraints: [check('positive', sql`id > 0`).notValid()] }),
)
export const first = partition('events_1').of(events).from('2026-01-01').to('2026-02-01')

export const places = table(
  'places',
  (c) => ({ name: c.text() }),
  () => ({ constraints: [check('named', sql`name <> ''`).notValid()] }),
)
export const towns = table(
  'towns',
  (c) => ({ ...inherited(places), people: c.integer() }),
  () => ({ inherits: [places] }),
)
