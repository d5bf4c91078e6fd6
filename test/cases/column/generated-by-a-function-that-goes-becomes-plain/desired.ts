import { table } from 'tidemark'

export const counts = table('counts', (c) => ({ n: c.integer(), doubled: c.integer() }))
