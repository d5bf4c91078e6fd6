import { check, compositeType, domain, sql, table } from 'tidemark'

export const one = domain('one', (c) => c.bigint(), { checks: [check('one_check', sql`VALUE > 0`)] })
export const two = domain('two', (c) => c.type(one))
export const list = domain('list', (c) => c.type(two).array())
export const pair = compositeType('pair', (c) => ({ a: c.type(two), b: c.type(list) }))
export const full = domain('full_pair', (c) => c.type(pair))
export const t = table('t', (c) => ({ v: c.type(two), l: c.type(list), p: c.type(pair), f: c.type(full) }))
