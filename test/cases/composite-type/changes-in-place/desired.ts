import { comment, compositeType, sql, table, view } from 'tidemark'

export const address = compositeType('address', (c) => ({
  street: c.text(),
  town: c.text().renamedFrom('city'),
  country: c.text().collate('C').with(comment('ISO 3166')),
}))

export const people = table('people', (c) => ({
  id: c.integer(),
  address: c.type(address),
  others: c.type(address).array(),
}))

export const streets = view('streets', sql`SELECT id, (address).street FROM people`)
