import { compositeType, enumType, table } from 'tidemark'

export const mood = enumType('mood', ['ok', 'sad'])
export const place = compositeType('place', (c) => ({ x: c.text() }))
export const typed = table(
  'typed',
  (c) => ({ x: c.text() }),
  () => ({ of: place }),
)
export const other = table('other', (c) => ({ mood: c.type(mood) }))
