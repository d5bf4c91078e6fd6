import { inherited, partition, range, table } from 'tidemark'

export const docs = table('docs', (c) => ({ id: c.integer(), body: c.text().compression('pglz') }))
export const notes = table(
  'notes',
  () => ({ ...inherited(docs) }),
  () => ({ inherits: [docs] }),
)
export const memos = table(
  'memos',
  () => ({ ...inherited(notes), body: inherited(notes).body.compression() }),
  () => ({ inherits: [notes] }),
)
export const events = table(
  'events',
  (c) => ({ at: c.date(), note: c.text().compression('pglz') }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const events2026 = partition('events_2026').of(events).from('2026-01-01').to('2027-01-01')
