import { enumType, schema, sql, table } from 'tidemark'

const one = schema('one')
const two = schema('two')
export const kindOfOne = enumType(one('kind'), ['b', 'both'])
export const kindOfTwo = enumType(two('kind'), ['a', 'both'])
export const things = table(one('things'), (c) => ({ id: c.integer(), kind: c.type(kindOfTwo).default(sql`'a'`) }))
export const others = table(two('things'), (c) => ({ id: c.integer(), kind: c.type(kindOfOne) }))
