import { grant, materializedView, owner, role, sql, table, view } from 'tidemark'

export const writer = role('case_writer')
export const fresh = table(
  'fresh',
  (c) => ({ id: c.integer() }),
  () => ({ grants: [grant(writer).to('select')] }),
)
export const seen = view('seen', sql`SELECT id FROM ${fresh}`).with(owner(writer))
export const kept = materializedView('kept', sql`SELECT id FROM ${seen}`)
