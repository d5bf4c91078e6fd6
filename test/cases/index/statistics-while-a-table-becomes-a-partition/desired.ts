import { index, partition, range, sql, table } from 'tidemark'

export const events = table(
  'events',
  (c) => ({ id: c.bigint(), at: c.date().notNull(), kind: c.text() }),
  (t) => ({
    partitionBy: range(t.at),
    indexes: [
      index('events_lower')
        .on(sql`lower(${t.kind})`, t.id)
        .statistics({ 1: 70 }),
    ],
  }),
)
export const events2 = partition('events_2').of(events).from('2026-03-01').to('2026-04-01')
