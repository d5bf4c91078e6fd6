import { index, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ payload: c.jsonb() }),
  (t) => ({
    indexes: [index('t_payload_idx').using('gin', t.payload.op('jsonb_path_ops'))],
  }),
)
