import { table, unique } from 'tidemark'

export const t = table(
  't',
  (c) => ({ a: c.integer(), b: c.integer(), c: c.integer() }),
  (t) => ({
    constraints: [unique('t_key').on(t.a).include(t.b, t.c).options({ fillfactor: 80 })],
  }),
)
