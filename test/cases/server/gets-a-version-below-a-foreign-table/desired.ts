import { comment, everyone, foreignDataWrapper, server, table, userMapping } from 'tidemark'

export const wrap = foreignDataWrapper('wrap')
export const far = server('far', { wrapper: wrap, version: '1', mappings: [userMapping(everyone)] })
export const abroad = table(
  'abroad',
  (c) => ({ id: c.integer().default(3), n: c.text().notNull().with(comment('far away')) }),
  () => ({ foreign: { server: far } }),
)
