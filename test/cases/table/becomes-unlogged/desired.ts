import { table } from 'tidemark'

export const cache = table(
  'cache',
  (c) => ({ key: c.text().primaryKey(), value: c.text() }),
  () => ({ unlogged: true }),
)
