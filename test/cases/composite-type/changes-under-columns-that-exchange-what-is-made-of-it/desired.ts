import { check, compositeType, domain, sql, table, view } from 'tidemark'

export const email = domain('email', (c) => c.text().collate('C'), {
  checks: [check('email_check', sql`VALUE ~ '@.'`)],
})
export const place = compositeType('place', (c) => ({ mail: c.type(email), x: c.integer() }))
export const several = compositeType('several', (c) => ({ place: c.type(place), name: c.text() }))
export const shops = table('shops', (c) => ({
  id: c.integer(),
  mail: c.type(place),
  place: c.type(email),
  home: c.type(several),
  list: c.type(place).array(),
}))
export const outlets = table(
  'outlets',
  () => ({}),
  () => ({ inherits: [shops] }),
)
export const reached = view('reached', sql`SELECT mail, place, list FROM shops`)
