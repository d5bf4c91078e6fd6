import { index, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ a: c.integer(), b: c.timestamptz(), c: c.text() }),
  (t) => ({
    indexes: [index('t_idx').on(t.a.nullsFirst(), t.b.desc().nullsLast(), t.c.desc())],
  }),
)
