import { table, type Column } from 'tidemark'

export const authors = table(
  'authors',
  (c) => ({ id: c.integer().primaryKey(), best: c.integer().references((): Column => books.id) }),
  () => ({ unlogged: true }),
)
export const books = table(
  'books',
  (c) => ({ id: c.integer().primaryKey(), author: c.integer().references((): Column => authors.id) }),
  () => ({ unlogged: true }),
)
