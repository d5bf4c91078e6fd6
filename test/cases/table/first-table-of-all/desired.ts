import { sql, table } from 'tidemark'

export const devices = table('devices', (c) => ({
  device_uid: c.text().primaryKey(),
  owner: c.text().notNull(),
  seen_at: c
    .timestamptz()
    .notNull()
    .default(sql`now()`),
}))
