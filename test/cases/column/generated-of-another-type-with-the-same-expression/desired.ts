import { index, inherited, sql, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ id: c.integer(), twice: c.integer().generatedAs(sql`id * 2`) }),
  (t) => ({ indexes: [index('t_twice').on(t.twice)] }),
)
export const c = table(
  'c',
  () => ({ ...inherited(t) }),
  (own) => ({ inherits: [t], indexes: [index('c_twice').on(own.twice)] }),
)
