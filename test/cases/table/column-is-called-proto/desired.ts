import { check, compositeType, sql, table } from 'tidemark'

export const pair = compositeType('ty', (c) => ({ ['__proto__']: c.bigint(), constructor: c.integer() }))
export const t = table(
  't',
  (c) => ({ id: c.integer(), ['__proto__']: c.bigint().unique() }),
  () => ({ constraints: [check('t___proto___check', sql`__proto__ > 1`)] }),
)
export const u = table('u', (c) => ({ t_id: c.bigint().references(() => t['__proto__']) }))
