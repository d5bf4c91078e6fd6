import { exclude, list, partition, primaryKey, table } from 'tidemark'

export const rooms = table(
  'rooms',
  (c) => ({ id: c.int4range(), during: c.daterange() }),
  (t) => ({ partitionBy: list(t.id), constraints: [primaryKey('rooms_pk').on(t.id, t.during).withoutOverlaps()] }),
)
export const room = partition('rooms_1')
  .of(rooms, () => ({ names: { notNulls: { id: 'has_id', during: 'has_time' } } }))
  .in('[1,2)')
export const halls = table(
  'halls',
  (c) => ({ id: c.int4range().notNull(), during: c.daterange() }),
  (t) => ({
    partitionBy: list(t.id),
    constraints: [exclude('halls_id_during_excl').using('gist').with([t.id, '='], [t.during, '&&'])],
  }),
)
export const hall = partition('halls_1')
  .of(halls, () => ({
    names: { notNulls: { id: 'hall_id' } },
  }))
  .in('[1,2)')
