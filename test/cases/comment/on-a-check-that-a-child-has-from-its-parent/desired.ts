import { check, comment, inherited, partition, range, sql, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.integer(), size: c.integer() }),
  (t) => ({ partitionBy: range(t.id), constraints: [check('has_size', sql`size > 0`)] }),
)
export const first = partition('events_1')
  .of(events, () => ({ parts: [comment('All of them').onPart('constraint public.events_1.has_size')] }))
  .from(1)
  .to(100)
export const animals = table(
  'animals',
  (c) => ({ legs: c.integer() }),
  () => ({ constraints: [check('has_legs', sql`legs > 0`)] }),
)
export const dogs = table(
  'dogs',
  () => ({ ...inherited(animals) }),
  () => ({ inherits: [animals] }),
)
