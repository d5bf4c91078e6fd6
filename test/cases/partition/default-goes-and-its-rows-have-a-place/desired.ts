import { partition, range, table } from 'tidemark'

export const logs = table(
  'logs',
  (c) => ({ at: c.date(), level: c.text() }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const logs2025 = partition('logs_2025').of(logs).from('2025-01-01').to('2026-01-01')
export const logs2026 = partition('logs_2026').of(logs).from('2026-01-01').to('2027-01-01')
