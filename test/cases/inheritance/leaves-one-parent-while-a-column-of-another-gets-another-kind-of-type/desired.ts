import { inherited, table } from 'tidemark'

export const place = table('place', (c) => ({ shelf: c.integer() }))
export const parcels = table('parcels', (c) => ({ id: c.integer(), places: c.type('public.place').array() }))
export const things = table('things', (c) => ({ id: c.integer() }))
export const boxes = table(
  'boxes',
  () => ({ ...inherited(parcels) }),
  () => ({ inherits: [parcels] }),
)
