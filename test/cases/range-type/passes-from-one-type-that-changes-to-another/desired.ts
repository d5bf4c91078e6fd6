import { comment, compositeType, enumType, rangeType, table } from 'tidemark'

export const mood = enumType('mood', ['sad', 'ok'])
export const place = compositeType('place', (c) => ({ x: c.integer(), y: c.integer() }))
export const span = rangeType('span', { subtype: mood }).with(comment('of something'))
export const t = table('t', (c) => ({ id: c.integer(), during: c.type(span) }))
