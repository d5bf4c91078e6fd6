import { index, partition, primaryKey, range, table, unique } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.integer().notNull(), kind: c.text().notNull() }),
  (t) => ({
    partitionBy: range(t.id),
    constraints: [unique('events_key').on(t.id).only()],
    indexes: [index('events_kind').on(t.kind).only(), index('events_id').on(t.id, t.kind).unique()],
  }),
)
export const first = partition('events_1').of(events).from(1).to(100)
export const second = partition('events_2')
  .of(events, () => ({
    names: { indexes: { events_kind: 'events_2_kind' }, constraints: { events_key: 'events_2_key' } },
  }))
  .from(100)
  .to(200)
export const third = partition('events_3')
  .of(events, (t) => ({
    names: { indexes: { events_kind: 'events_3_kind' } },
    constraints: [primaryKey().on(t.id, t.kind).attachedTo('events_id')],
  }))
  .from(200)
  .to(300)
