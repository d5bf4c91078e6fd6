import { table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ id: c.integer(), body: c.text() }),
  () => ({
    options: { fillfactor: 80, 'toast.autovacuum_vacuum_threshold': 500 },
  }),
)
