import { table } from 'tidemark'

export const t = table('t', (c) => ({
  id: c.bigint().identity({ increment: 2, max: 1000000, cycle: true }).primaryKey(),
}))
