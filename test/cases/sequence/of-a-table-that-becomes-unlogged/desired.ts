import { sequence, table } from 'tidemark'

export const counter = sequence('counter', { ownedBy: () => t.id })
export const other = sequence('other', { ownedBy: () => u.id })
export const leaves = sequence('leaves')
export const t = table('t', (c) => ({ id: c.bigint(), n: c.bigint() }))
export const u = table(
  'u',
  (c) => ({ id: c.bigint() }),
  () => ({ unlogged: true }),
)
