import { table, unique } from 'tidemark'

export const t = table(
  't',
  (c) => ({ a: c.integer() }),
  (t) => ({
    constraints: [unique('t_a_key').on(t.a).nullsNotDistinct()],
  }),
)
