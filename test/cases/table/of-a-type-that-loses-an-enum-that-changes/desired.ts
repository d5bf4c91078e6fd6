import { compositeType, enumType, table } from 'tidemark'

export const mood = enumType('mood', ['ok', 'sad'])
export const place = compositeType('place', (c) => ({ x: c.bigint(), y: c.integer() }))
export const places = table(
  'places',
  (c) => ({ x: c.bigint(), y: c.integer() }),
  () => ({ of: place }),
)
export const felt = table('felt', (c) => ({ mood: c.type(mood) }))
