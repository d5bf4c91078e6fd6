import { exclude, sql, table } from 'tidemark'

export const bookings = table(
  'bookings',
  (c) => ({ during: c.tstzrange(), cancelled: c.boolean() }),
  (t) => ({
    constraints: [
      exclude('no_overlap')
        .using('gist')
        .with([t.during, '&&'])
        .where(sql`NOT cancelled`),
    ],
  }),
)
