import { sql, table } from 'tidemark'

export const posts = table('posts', (c) => ({
  id: c.integer(),
  tags: c
    .text()
    .array()
    .default(sql`'{}'`),
}))
