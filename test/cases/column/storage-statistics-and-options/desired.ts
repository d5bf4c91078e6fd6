import { table } from 'tidemark'

export const t = table('t', (c) => ({
  doc: c.text().storage('main').compression('pglz').options({ n_distinct: 9 }),
  plain: c.text().statistics(100),
}))
