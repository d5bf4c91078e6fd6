import { list, maxvalue, minvalue, partition, range, table } from 'tidemark'

export const points = table(
  'points',
  (c) => ({ region: c.text().notNull(), id: c.bigint().notNull(), at: c.integer() }),
  (t) => ({ partitionBy: list(t.region) }),
)
export const eu = partition('points_eu')
  .of(points, (t) => ({ partitionBy: range(t.id) }))
  .in('de', 'fr')
export const low = partition('points_eu_low').of(eu).from(minvalue).to(1000)
export const high = partition('points_eu_high').of(eu).from(1000).to(maxvalue)
export const us = partition('points_us').of(points).in('us', null)
