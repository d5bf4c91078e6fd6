import { createHash } from 'node:crypto'
import type { Database, Server } from '../database/database.js'
import type { Kinds } from '../kinds/registry.js'
import { anybodys, aroundTheSchema } from './not-modelled.js'
import { beginReading, inView, memberQuery, type Transaction } from './view.js'

/**
 * A digest of the catalog: of the very rows that reading it would bring, in any order, made by the server, so that none of them
 * travels or becomes an object here. Equal digests mean equal snapshots; not the other way round, as rows hold oids.
 */
export const readFingerprint = (database: Database, kinds: Kinds): Promise<string> =>
  inView(database, async (tx) => fingerprintOf(tx, await beginReading(tx, database.server), kinds))

/** As `readFingerprint`, in a transaction in which reading has begun. */
export async function fingerprintOf(tx: Transaction, server: Server, kinds: Kinds): Promise<string> {
  const queries = [
    ...kinds.all.map((kind) => kind.introspection.query(server)),
    memberQuery,
    anybodys(server),
    aroundTheSchema(server),
  ]
  const digests = await Promise.all(queries.map((query) => tx.unsafe(digestOf(query))))
  return createHash('sha256')
    .update(digests.map(([row]) => row!['digest'] as string).join('\n'))
    .digest('hex')
}

/** Two sums of hashes with different seeds: 128 bits that do not ask for an order. */
const digestOf = (query: string): string => `
  select concat_ws(' ', count(*), sum(hashtextextended(q.row, 0)), sum(hashtextextended(q.row, 1))) as digest
    from (select r::text as row from (${query}) r offset 0) q`
