import { owner, revoke, role, table, theOwner } from 'tidemark'

export const writer = role('case_writer')
export const t = table(
  't',
  (c) => ({ id: c.integer() }),
  () => ({ parts: [owner(writer)], grants: [revoke(theOwner).from('delete')] }),
)
