import { table } from 'tidemark'

export const authors = table(
  'authors',
  (c) => ({ id: c.integer().primaryKey() }),
  () => ({ unlogged: true }),
)
export const books = table(
  'books',
  (c) => ({ id: c.integer().primaryKey(), author: c.integer().references(() => authors.id) }),
  () => ({ unlogged: true }),
)
