import { accessMethod, comment, table } from 'tidemark'

export const heap2 = accessMethod('heap2', { type: 'table', handler: 'heap_tableam_handler' }).with(comment('a copy'))
export const t = table(
  't',
  (c) => ({ id: c.integer() }),
  () => ({ accessMethod: 'heap2' }),
)
