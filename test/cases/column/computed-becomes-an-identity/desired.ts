import { table } from 'tidemark'

export const items = table('items', (c) => ({
  label: c.text(),
  size: c.integer().identity(),
}))
