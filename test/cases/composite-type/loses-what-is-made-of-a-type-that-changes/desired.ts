import { compositeType, domain, rangeType, table } from 'tidemark'

export const small = domain('small', (c) => c.smallint())
export const span = rangeType('span', { subtype: small })
export const wide = compositeType('wide', (c) => ({ a: c.text() }))
export const late = compositeType('late', (c) => ({ a: c.type('public.span[]') }))
export const t = table('t', (c) => ({ id: c.integer(), w: c.type(wide) }))
