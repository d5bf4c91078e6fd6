import { partition, range, table } from 'tidemark'

export const notes = table(
  'notes',
  (c) => ({ at: c.date(), note: c.text().storage('main') }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const first = partition('notes_1')
  .of(notes, () => ({ columns: (c) => ({ note: c.note.storage('external') }) }))
  .from('2026-01-01')
  .to('2026-02-01')
export const second = partition('notes_2').of(notes).from('2026-02-01').to('2026-03-01')
