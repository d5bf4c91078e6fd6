import { compositeType, table } from 'tidemark'

export const place = compositeType('place', (c) => ({ x: c.integer(), y: c.integer() }))
export const things = table('things', (c) => ({ id: c.integer(), at: c.type(place).array() }))
