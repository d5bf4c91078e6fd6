import { inherited, sql, table } from 'tidemark'

export const doubled = table('doubled', (c) => ({ id: c.integer(), computed: c.integer().generatedAs(sql`id * 2`) }))
export const next = table('next', (c) => ({ id: c.integer(), computed: c.integer().generatedAs(sql`id + 1`) }))
export const both = table(
  'both',
  (c) => ({ ...inherited(doubled), ...inherited(next), computed: c.integer().generatedAs(sql`id + 1`) }),
  () => ({ inherits: [doubled, next] }),
)
