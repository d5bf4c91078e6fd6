import { inherited, table } from 'tidemark'

export const notes = table('notes', (c) => ({ id: c.integer(), kind: c.text().default('new') }))
export const older = table(
  'old_notes',
  (c) => ({ ...inherited(notes), kind: c.text().default('old').notNull() }),
  () => ({ inherits: [notes] }),
)
