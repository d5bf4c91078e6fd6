import { defaultPrivileges, owner, role, sql, table } from 'tidemark'

export const first = role('case_first')
export const second = role('case_second')
export const sequences = defaultPrivileges({ for: second }).grant(first).on('sequences').to('select')
export const orders = table(
  'orders',
  (c) => ({ id: c.bigint().identity(), number: c.bigint().generatedAs(sql`id + 1`) }),
  () => ({ parts: [owner(second)] }),
)
