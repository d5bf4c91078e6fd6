import { role, sequence, table } from 'tidemark'

export const keeper = role('case_keeper')
export const counter = sequence('counter', { ownedBy: () => users.n })
export const users = table('users', (c) => ({ n: c.bigint() }))
