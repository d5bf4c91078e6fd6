import { grant, role, table } from 'tidemark'

export const reader = role('case_reader')
export const t = table(
  't',
  (c) => ({ id: c.integer(), n: c.integer() }),
  (t) => ({ grants: [grant(reader).onColumns(t.id, 'tableoid', 'xmin').to('select')] }),
)
