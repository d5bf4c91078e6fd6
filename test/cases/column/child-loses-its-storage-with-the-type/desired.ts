import { inherited, table } from 'tidemark'

export const notes = table('notes', (c) => ({ note: c.bigint() }))
export const older = table(
  'old_notes',
  () => ({ ...inherited(notes) }),
  () => ({ inherits: [notes] }),
)
