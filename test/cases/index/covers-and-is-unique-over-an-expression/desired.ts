import { index, sql, table } from 'tidemark'

export const users = table(
  'users',
  (c) => ({ email: c.text(), name: c.text() }),
  (t) => ({
    indexes: [
      index('users_email_idx')
        .on(sql`lower(email)`)
        .include(t.name)
        .unique(),
    ],
  }),
)
