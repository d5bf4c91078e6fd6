import { inherited, table } from 'tidemark'

export const docs = table('docs', (c) => ({ body: c.text().storage('external').compression('pglz') }))
export const notes = table(
  'notes',
  () => ({ ...inherited(docs) }),
  () => ({ inherits: [docs] }),
)
export const drafts = table('drafts', (c) => ({ body: c.text() }))
export const memos = table(
  'memos',
  () => ({ ...inherited(notes), ...inherited(drafts), body: inherited(notes).body.storage().compression() }),
  () => ({ inherits: [notes, drafts] }),
)
