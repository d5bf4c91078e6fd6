import { enumType, index, list, partition, table } from 'tidemark'

export const state = enumType('state', ['open', 'closed'])
export const jobs = table(
  'jobs',
  (c) => ({ id: c.integer().notNull(), state: c.type(state).notNull() }),
  (t) => ({
    partitionBy: list(t.state),
    indexes: [index('jobs_id_idx').on(t.id)],
  }),
)
export const open = partition('jobs_open').of(jobs).in('open')
export const closed = partition('jobs_closed').of(jobs).in('closed')
