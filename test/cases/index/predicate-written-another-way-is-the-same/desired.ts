import { index, sql, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ a: c.integer(), b: c.text() }),
  (t) => ({
    indexes: [
      index('t_idx')
        .on(t.a)
        .where(sql`b is not null and a = any('{1,2}')`),
    ],
  }),
)
