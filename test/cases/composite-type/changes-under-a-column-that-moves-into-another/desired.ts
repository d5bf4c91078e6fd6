import { compositeType, table } from 'tidemark'

export const place = compositeType('place', (c) => ({
  x: c.bigint(),
  y: c.integer(),
}))

export const shape = compositeType('shape', (c) => ({
  place: c.type(place),
  name: c.text(),
}))

export const shops = table('shops', (c) => ({
  id: c.integer(),
  at: c.type(shape),
  other: c.type(place),
}))
