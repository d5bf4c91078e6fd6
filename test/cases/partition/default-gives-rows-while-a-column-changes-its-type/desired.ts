import { partition, range, table } from 'tidemark'

export const logs = table(
  'logs',
  (c) => ({ at: c.date(), level: c.text(), size: c.integer(), host: c.text().default('here') }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const logs2026 = partition('logs_2026').of(logs).from('2026-01-01').to('2027-01-01')
export const rest = partition('logs_rest').of(logs).default()
