import { grant, role, table } from 'tidemark'

export const manager = role('case_manager')
export const reader = role('case_reader')
export const t = table(
  't',
  (c) => ({ id: c.integer(), n: c.integer() }),
  () => ({ grants: [grant(manager).to('select'), grant(reader).to('select')] }),
)
