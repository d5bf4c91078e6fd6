import { rangeType, table } from 'tidemark'

export const thing = rangeType('thing表表表表表表表表表表表表表表表表表表表x', { subtype: 'date' })
export const comes = rangeType('rangecomes表表表表表表表表表表表表表表表表表xx', { subtype: 'date' })
export const t = table('t', (c) => ({ d: c.type(thing), more: c.type(comes) }))
