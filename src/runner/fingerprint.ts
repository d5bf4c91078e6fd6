import { readCatalog } from '../catalog/read.js'
import { fingerprint } from '../catalog/snapshot.js'
import type { Database } from '../database/database.js'
import { kinds } from '../kinds/index.js'

/** What a database holds, as one text. */
export async function fingerprintOf(database: Database): Promise<string> {
  return readCatalog(database, kinds, async ({ snapshot }) => fingerprint(snapshot))
}
