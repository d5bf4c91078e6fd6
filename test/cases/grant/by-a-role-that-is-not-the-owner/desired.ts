import { grant, role, table } from 'tidemark'

export const manager = role('case_manager')
export const reader = role('case_reader')
export const t = table(
  't',
  (c) => ({ id: c.integer() }),
  () => ({ grants: [grant(manager).to('select').withGrantOption(), grant(reader).to('select').by(manager)] }),
)
