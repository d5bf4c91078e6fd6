import { cast, comment, compositeType, fn, sql } from 'tidemark'

export const pair = compositeType('pair', (c) => ({ a: c.integer(), b: c.integer() }))
export const toInt = fn('to_int', { args: [pair], returns: 'integer', volatility: 'immutable', body: sql`SELECT $1.a` })
export const one = cast(pair, 'int', { function: toInt, context: 'assignment' }).with(comment('first'))
export const two = cast(pair, 'jsonb', { inout: true, context: 'implicit' })
