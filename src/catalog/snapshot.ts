import { createHash } from 'node:crypto'
import { canonical } from './json.js'

/** One object of a database: a table, a column, a comment. Attributes at their default are left out. */
export interface CatalogObject<A extends object = object> {
  /** The kind and the quoted name: `table public.users`. */
  readonly id: string
  readonly kind: string
  readonly attributes: A
}

/** All objects of a database, by id. */
export interface Snapshot {
  /** server_version_num of the server that it was read from, such as 180004. */
  readonly version: number
  /** The role that read it, or for which it is planned. */
  readonly user?: string
  readonly objects: ReadonlyMap<string, CatalogObject>
}

/** What each object depends on, by id: `pg_depend` and what the kinds know beyond it. */
export type Dependencies = ReadonlyMap<string, readonly string[]>

export const emptySnapshot = (version: number): Snapshot => ({ version, objects: new Map() })

/** A hash that is equal exactly when two databases hold the same objects. */
export function fingerprint(snapshot: Snapshot): string {
  const hash = createHash('sha256')
  for (const id of [...snapshot.objects.keys()].sort()) hash.update(canonical(snapshot.objects.get(id)))
  return hash.digest('hex')
}
