import { accessMethod, list, partition, table } from 'tidemark'

export const heap2 = accessMethod('heap2', { type: 'table', handler: 'heap_tableam_handler' })
export const logs = table(
  'logs',
  (c) => ({ id: c.integer() }),
  (t) => ({
    partitionBy: list(t.id),
    accessMethod: 'heap2',
  }),
)
export const logs3 = partition('logs_3').of(logs).in(3)
export const logs4 = partition('logs_4')
  .of(logs, () => ({ accessMethod: 'heap2' }))
  .in(4)
