import type { CatalogReading } from '../catalog/read.js'
import { quoteIdentifier } from '../sql/identifier.js'

/** The ids of roles that have a password, by name. Only who may read pg_authid learns that; the password itself is never read. */
export async function rolesWithPassword(reading: CatalogReading): Promise<string[]> {
  const [{ may } = {}] = await reading.query(`select has_table_privilege('pg_authid', 'select') as may`)
  if (may !== true) return []
  const rows = await reading.query('select rolname as name from pg_authid where rolpassword is not null order by 1')
  return rows.map(({ name }) => `role ${quoteIdentifier(name as string)}`)
}
