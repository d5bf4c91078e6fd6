import { index, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ ts: c.timestamptz(), a: c.integer(), p: c.point() }),
  (t) => ({
    indexes: [
      index('t_brin').using('brin', t.ts).options({ pages_per_range: 32, autosummarize: true }),
      index('t_hash').using('hash', t.a),
      index('t_spgist').using('spgist', t.p),
    ],
  }),
)
