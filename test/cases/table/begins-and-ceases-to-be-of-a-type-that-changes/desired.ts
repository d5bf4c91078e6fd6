import { compositeType, table } from 'tidemark'

export const person = compositeType('person', (a) => ({ name: a.varchar(40), age: a.bigint(), mail: a.text() }))
export const animal = compositeType('animal', (a) => ({ name: a.text(), legs: a.bigint() }))
export const plain = table(
  'plain',
  (c) => ({ name: c.varchar(40), age: c.bigint(), mail: c.text() }),
  () => ({ of: person }),
)
export const people = table(
  'people',
  (c) => ({ name: c.varchar(40).primaryKey(), age: c.bigint(), mail: c.text() }),
  () => ({ of: person }),
)
export const animals = table('animals', (c) => ({ name: c.varchar(40), legs: c.integer(), tail: c.text() }))
