import { enumType, list, partition, range, table, trigger } from 'tidemark'

export const state = enumType('state', ['open', 'closed'])
export const jobs = table(
  'jobs',
  (c) => ({ id: c.integer().notNull(), state: c.type(state).notNull() }),
  (t) => ({
    partitionBy: list(t.state),
    triggers: [trigger('same').before('update').forEach('row').execute('suppress_redundant_updates_trigger')],
  }),
)
export const open = partition('jobs_open')
  .of(jobs, (t) => ({ partitionBy: range(t.id) }))
  .in('open')
export const open1 = partition('jobs_open_1').of(open).from(0).to(10)
export const open2 = partition('jobs_open_2').of(open).default()
export const closed = partition('jobs_closed').of(jobs).in('closed')
