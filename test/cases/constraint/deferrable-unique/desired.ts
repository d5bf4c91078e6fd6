import { table, unique } from 'tidemark'

export const t = table(
  't',
  (c) => ({ place: c.integer() }),
  (t) => ({
    constraints: [unique('t_place_key').on(t.place).deferrable('deferred')],
  }),
)
