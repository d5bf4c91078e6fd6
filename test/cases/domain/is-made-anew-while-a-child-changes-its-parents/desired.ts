import { domain, enumType, table } from 'tidemark'

export const mood = enumType('mood', ['sad', 'ok'])
export const email = domain('email', (c) => c.type(mood))
export const users = table('users', (c) => ({ id: c.integer().notNull(), mails: c.type(email).array() }))
export const children = table(
  'children',
  () => ({}),
  () => ({ inherits: [users] }),
)
export const grandchildren = table(
  'grandchildren',
  () => ({}),
  () => ({ inherits: [children] }),
)
