import { table } from 'tidemark'

export const turns = table('turns', (c) => ({ id: c.integer() }))
