import { extension, foreignKey, primaryKey, table } from 'tidemark'

export const gist = extension('btree_gist', { version: '1.8' })
export const rooms = table(
  'rooms',
  (c) => ({ id: c.bigint().notNull(), during: c.daterange().notNull() }),
  (t) => ({ constraints: [primaryKey('rooms_pk').on(t.id, t.during).withoutOverlaps()] }),
)
export const bookings = table(
  'bookings',
  (c) => ({ room: c.bigint(), during: c.daterange() }),
  (t) => ({
    constraints: [
      foreignKey('bookings_fk')
        .on(t.room, t.during)
        .references(() => [rooms.id, rooms.during])
        .period(),
    ],
  }),
)
