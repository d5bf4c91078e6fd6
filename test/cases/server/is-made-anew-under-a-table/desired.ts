import { foreignDataWrapper, server, table } from 'tidemark'

export const wrapper = foreignDataWrapper('far_wrapper')
export const far = server('far', { wrapper, type: 'y' })
export const abroad = table(
  'abroad',
  (c) => ({ id: c.integer() }),
  () => ({ foreign: { server: far } }),
)
