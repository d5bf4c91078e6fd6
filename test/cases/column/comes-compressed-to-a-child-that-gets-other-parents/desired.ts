import { inherited, table } from 'tidemark'

export const notes = table('notes', (c) => ({ id: c.integer(), note: c.text() }))
export const letters = table('letters', (c) => ({ id: c.integer() }))
export const older = table(
  'old_notes',
  () => ({ ...inherited(letters) }),
  () => ({ inherits: [letters] }),
)
