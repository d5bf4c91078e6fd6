import { foreignDataWrapper, server, sql, table, view } from 'tidemark'

export const wrapper = foreignDataWrapper('far_wrapper')
export const far = server('far', { wrapper })
export const abroad = table(
  'abroad',
  (c) => ({ id: c.integer().notNull() }),
  () => ({ foreign: { server: far } }),
)
export const seen = view('seen', sql`SELECT id FROM public.abroad`)
