import { list, partition, table, unique } from 'tidemark'

export const halls = table(
  'halls',
  (c) => ({ id: c.int4range(), during: c.daterange() }),
  (t) => ({ partitionBy: list(t.id), constraints: [unique('halls_key').on(t.id, t.during).withoutOverlaps()] }),
)
export const first = partition('rooms_1').of(halls).in('[1,2)')
