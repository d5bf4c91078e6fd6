import { inherited, publication, table } from 'tidemark'

export const places = table('places', (c) => ({ name: c.text().primaryKey() }))
export const cities = table(
  'cities',
  (c) => ({ ...inherited(places), mayor: c.text() }),
  () => ({ inherits: [places] }),
)
export const allOfThem = publication('all_of_them', { tables: [{ table: places, only: true }] })
export const parent = publication('parent', { tables: [places] })
export const another = publication('another', { tables: [{ table: places, only: true }] })
