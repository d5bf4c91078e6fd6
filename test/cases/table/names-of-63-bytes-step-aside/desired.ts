import { inherited, list, partition, table } from 'tidemark'

const long = 'データベースの表の長い名前のものですからね'

export const t = table(
  long,
  (c) => ({ id: c.integer(), n: c.integer() }),
  (t) => ({ partitionBy: list(t.n) }),
)
export const rest = partition('rest').of(t).default()
export const p = table('p', (c) => ({ id: c.integer(), [long]: c.text() }))
export const c = table(
  'c',
  () => ({ ...inherited(p) }),
  () => ({ inherits: [p] }),
)
