import { domain, fn, sql, table } from 'tidemark'

export const small = domain('small', (c) => c.smallint())
export const others = table('others', (c) => ({ id: c.integer(), name: c.text() }))
export const total = fn('total', { returns: 'bigint', body: sql`SELECT count(name) FROM others` })
