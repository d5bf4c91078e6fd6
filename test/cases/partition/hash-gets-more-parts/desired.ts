import { hash, partition, table } from 'tidemark'

export const counters = table(
  'counters',
  (c) => ({ id: c.bigint().primaryKey(), n: c.integer() }),
  (t) => ({
    partitionBy: hash(t.id),
  }),
)
export const counters0 = partition('counters_0').of(counters).modulus(3).remainder(0)
export const counters1 = partition('counters_1').of(counters).modulus(3).remainder(1)
export const counters2 = partition('counters_2').of(counters).modulus(3).remainder(2)
