import { collation, domain, hash, partition, table } from 'tidemark'

export const german = collation('german', { provider: 'icu', locale: 'sv' })
export const word = domain('word', (c) => c.text().collate(german))
export const cities = table(
  'cities',
  (c) => ({ id: c.integer(), zip: c.integer(), name: c.type(word) }),
  (t) => ({ partitionBy: hash(t.id, t.zip) }),
)
export const all = partition('all_cities').of(cities).modulus(1).remainder(0)
