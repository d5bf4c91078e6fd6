import { list, partition, table } from 'tidemark'

export const place = table('place', (c) => ({ shelf: c.integer() }))
export const parcels = table(
  'parcels',
  (c) => ({ id: c.integer(), place: c.type('public.place') }),
  (t) => ({ partitionBy: list(t.id) }),
)
export const rest = partition('parcels_rest').of(parcels).default()
export const seven = partition('parcels_7').of(parcels).in(5)
