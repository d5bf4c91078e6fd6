import { table, unique } from 'tidemark'

export const t = table(
  't',
  (c) => ({ a: c.integer(), b: c.integer() }),
  (t) => ({
    constraints: [unique('t_key').on(t.b, t.a)],
  }),
)
