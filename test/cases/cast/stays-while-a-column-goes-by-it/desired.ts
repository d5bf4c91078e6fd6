import { cast, compositeType, table } from 'tidemark'

export const place = compositeType('place', (c) => ({ shelf: c.integer() }))
export const placeToText = cast(place, 'text', { inout: true })
export const parcels = table('parcels', (c) => ({ id: c.integer(), place: c.text(), was: c.type(place) }))
