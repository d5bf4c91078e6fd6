import { comment, compositeType, sql, table, view } from 'tidemark'

export const address = compositeType('address', (c) => ({
  number: c.bigint().with(comment('Of the house')),
  street: c.text(),
}))

export const person = compositeType('person', (c) => ({ name: c.text(), home: c.type(address) }))

export const people = table('people', (c) => ({
  id: c.integer(),
  address: c.type(address),
  others: c.type(address).array(),
  person: c.type(person),
}))

export const streets = view('streets', sql`SELECT id, (address).street FROM people`)
