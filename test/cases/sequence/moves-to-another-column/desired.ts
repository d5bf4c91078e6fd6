import { sequence, table } from 'tidemark'

export const numbers = sequence('numbers', { ownedBy: () => b.n })
export const a = table('a', (c) => ({ n: c.bigint().default(numbers.next()) }))
export const b = table('b', (c) => ({ n: c.bigint().default(numbers.next()) }))
