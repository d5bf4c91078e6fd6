import { fn, sql, table, view } from 'tidemark'

export const numbers = table('numbers', (c) => ({ n: c.integer() }))
export const total = fn('total', { args: ['integer'], returns: 'integer', language: 'sql', body: sql`SELECT $1` })
export const totals = view('totals', sql`SELECT total(n) AS n FROM numbers`)
