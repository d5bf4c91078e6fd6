import { table } from 'tidemark'

export const events = table('events', (c) => ({ id: c.integer(), payload: c.jsonb().default({}) }))
