import { list, partition, table } from 'tidemark'

export const jobs = table(
  'jobs',
  (c) => ({ id: c.integer().notNull(), code: c.varchar(4).notNull(), extra: c.text() }),
  (t) => ({
    partitionBy: list(t.code),
  }),
)
export const a = partition('jobs_a').of(jobs).in('a')
