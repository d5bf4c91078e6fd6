import { enumType, rangeType, table } from 'tidemark'

export const mood = enumType('mood', ['bad', 'sad', 'ok', 'happy'])
export const feelings = rangeType('feelings', { subtype: mood })
export const more = rangeType('more', { subtype: feelings })
export const days = table('days', (c) => ({
  felt: c.type(feelings),
  all_of_it: c.type('public.feelings_multirange'),
  wide: c.type(more),
}))
