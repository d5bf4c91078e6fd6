import { check, domain, inherited, enumType, sql, table } from 'tidemark'

export const mood = enumType('mood', ['calm', 'wild'])
export const label = domain('label', (c) => c.text(), { checks: [check('label_check', sql`length(VALUE) < 20`)] })
export const orders = table('orders', (c) => ({ id: c.integer().notNull() }))
export const parents = table('parents', (c) => ({ id: c.integer() }))
export const children = table(
  'children',
  () => ({ ...inherited(parents) }),
  () => ({ inherits: [parents] }),
)
export const events = table('events', (c) => ({ id: c.integer() }))
