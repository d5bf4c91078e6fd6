import { foreignKey, table } from 'tidemark'

export const authors = table(
  'authors',
  (c) => ({ id: c.integer().primaryKey(), best: c.integer() }),
  (t) => ({
    unlogged: true,
    constraints: [
      foreignKey()
        .on(t.best)
        .references(() => [books.id]),
    ],
  }),
)
export const books = table(
  'books',
  (c) => ({ id: c.integer().primaryKey(), author: c.integer().references(() => authors.id) }),
  () => ({ unlogged: true }),
)
