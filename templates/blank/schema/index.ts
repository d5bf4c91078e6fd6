import { sql, table } from 'tidemark'

// Declare your tables here, in as many files as you like; then: tidemark autogenerate -m "first tables"
export const notes = table('notes', (c) => ({
  id: c.bigint().identity().primaryKey(),
  text: c.text().notNull(),
  created_at: c
    .timestamptz()
    .notNull()
    .default(sql`now()`),
}))
