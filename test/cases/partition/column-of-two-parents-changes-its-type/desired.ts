import { check, inherited, sql, table, view } from 'tidemark'

export const named = table('named', (c) => ({ id: c.integer(), label: c.text().notNull(), extra: c.integer() }))
export const titled = table('titled', (c) => ({ label: c.text(), year: c.bigint() }))
export const book = table(
  'book',
  (c) => ({ ...inherited(named), ...inherited(titled), pages: c.integer() }),
  (t) => ({ inherits: [named, titled], constraints: [check('book_pages_check', sql`${t.pages} > 0`)] }),
)
export const novel = table(
  'novel',
  (c) => ({ ...inherited(book), author: c.text() }),
  () => ({ inherits: [book] }),
)
export const labels = view('labels', sql`SELECT label FROM ${book}`)
