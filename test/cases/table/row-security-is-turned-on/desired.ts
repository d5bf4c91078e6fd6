import { table } from 'tidemark'

export const secrets = table(
  'secrets',
  (c) => ({ id: c.integer() }),
  () => ({ rowSecurity: 'force' }),
)
