import { procedure, sql } from 'tidemark'

export const f = procedure('f', { args: ['integer'], body: sql`SELECT 1` })
