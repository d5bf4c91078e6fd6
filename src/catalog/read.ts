import type { Database, Server } from '../database/database.js'
import { idOf, type Address, type Found, type Introspection, type Kind } from '../kinds/kind.js'
import type { Kinds } from '../kinds/registry.js'
import { Addresses } from './addresses.js'
import { completeDependencies } from './dependencies.js'
import { fingerprintOf } from './fingerprint.js'
import { compact, sharing } from './json.js'
import { collectEarlier } from './memory.js'
import type { CatalogObject, Dependencies, Snapshot } from './snapshot.js'
import { asked, beginReading, inView, memberName, memberQuery, send, type Transaction } from './view.js'

/** A snapshot with what only an open transaction can tell. */
export interface CatalogReading {
  readonly snapshot: Snapshot
  /** As the queries of kinds see it. */
  readonly server: Server
  /** The role that reads. */
  readonly user: string
  /** The id of the object at an address of the catalog. */
  resolve(address: Address): string | undefined
  /** Ids by address, to follow an object whose name changes. */
  readonly addresses: Addresses
  /** Runs a further query on the same view of the catalog. */
  query(text: string): Promise<readonly Record<string, unknown>[]>
  /** Reads `pg_depend`; only a plan needs it. */
  dependencies(): Promise<Dependencies>
  /** Names by which privileges on members of extensions speak of these, by catalog and oid. */
  members(): Promise<ReadonlyMap<string, string>>
  /** A digest of all that the catalog holds: see `fingerprintIn`. */
  fingerprint(): Promise<string>
}

/** Runs `use` on one consistent, read-only view of the catalog. */
export async function readCatalog<T>(
  database: Database,
  kinds: Kinds,
  use: (reading: CatalogReading) => Promise<T>,
): Promise<T> {
  return await inView(database, async (tx) => use(await readIn(tx, database, kinds)))
}

/** As `readCatalog`, inside a transaction that is already open. */
export async function readIn(tx: Transaction, database: Database, kinds: Kinds): Promise<CatalogReading> {
  const { server } = database
  const capable = await beginReading(tx, server)
  const ask = (text: string) => send(tx.unsafe(text, [], asked(database)))
  const head = [
    `select current_user as name, (select count(*)::int from pg_class where oid >= 16384) as relations`,
    memberQuery,
    `select oid as oid, relname as name from pg_class where relnamespace = 'pg_catalog'::regnamespace and relkind = 'r'`,
  ].map(ask)
  const rows = kinds.all.map((kind): Promise<unknown[]> | undefined => ask(kind.introspection.query(capable)))
  const [userRows, memberRows, catalogRows] = await Promise.all(head)
  collectEarlier(userRows![0]!['relations'] as number)
  const oids = new Map(catalogRows!.map((row) => [row['name'] as string, row['oid'] as number]))
  const members = new Map<number, Set<number>>()
  for (const row of memberRows!) setOf(members, row['catalog'] as number).add(row['oid'] as number)
  const isMember = ({ catalog, oid }: Address): boolean => members.get(oids.get(catalog)!)?.has(oid) ?? false

  const objects = new Map<string, CatalogObject>()
  const addresses = new Addresses(oids)
  const share = sharing()
  const resolve = (address: Address): string | undefined => addresses.get(address)
  const read = (kind: Kind, list: readonly unknown[]): void => {
    const introspection = kind.introspection as Introspection<object, unknown>
    for (const row of list) {
      const found: Found<object> | undefined = introspection.read(row, resolve)
      if (found === undefined || isMember(found)) continue
      const attributes = compact(found.attributes, share)
      const id = share(idOf(kind, attributes))
      objects.set(id, { id, kind: kind.name, attributes })
      if (kind.crossCutting) continue
      addresses.set(found, id)
      for (const alias of found.aliases ?? []) addresses.set(alias, id)
    }
  }
  // Each as its rows arrive, while the server is at the next ones.
  for (const crossCutting of [false, true])
    for (const [index, kind] of kinds.all.entries()) {
      if ((kind.crossCutting ?? false) !== crossCutting) continue
      read(kind, await rows[index]!)
      rows[index] = undefined
    }

  // What belongs to a table of an extension (or of nobody's that we model) is not ours either.
  for (const { id, kind, attributes } of objects.values()) {
    const parent = kinds.named(kind).parent?.(attributes)
    if (parent !== undefined && !objects.has(parent)) objects.delete(id)
  }

  const name = userRows![0]!['name'] as string
  const snapshot: Snapshot = { version: server.version, user: name, objects }
  const reading: CatalogReading = {
    snapshot,
    server: capable,
    user: name,
    resolve,
    addresses,
    query: (text) => tx.unsafe(text),
    dependencies: async () => completeDependencies(snapshot, await recorded(tx, reading, addresses, kinds), kinds),
    members: () => memberNames(tx),
    fingerprint: () => fingerprintOf(tx, capable, kinds),
  }
  return reading
}

async function memberNames(tx: Transaction): Promise<Map<string, string>> {
  const rows = await tx.unsafe(`
      select d.classid || '/' || d.objid as address, ${memberName('m')} as name
        from pg_depend d cross join lateral pg_identify_object(d.classid, d.objid, 0) m where d.deptype = 'e'`)
  return new Map(rows.map((row) => [row['address'] as string, row['name'] as string]))
}

interface DependencyRow {
  classid: number
  objid: number
  objsubid: number
  refclassid: number
  refobjid: number
  refobjsubid: number
  deptype: string
}

async function recorded(
  tx: Transaction,
  { snapshot }: CatalogReading,
  addresses: Addresses,
  kinds: Kinds,
): Promise<Map<string, string[]>> {
  // A view is reached through its rewrite rule, a row type through its table, an array type through its element, a
  // member of an extension through that.
  const aliasRows = await tx.unsafe(`
      select 2618 as class, r.oid as oid, 1259 as refclass, r.ev_class as refoid
        from pg_rewrite r where r.rulename = '_RETURN' and r.oid >= 16384
      union all
      select 1247, t.oid, 1259, t.typrelid from pg_type t where t.typrelid >= 16384
      union all
      select 1247, t.oid, 1247, t.typelem
        from pg_type t where t.typelem >= 16384 and t.typsubscript = 'array_subscript_handler'::regproc
      union all
      select classid, objid, refclassid, refobjid from pg_depend where deptype = 'e' and refobjid >= 16384`)
  const aliases = new Map<string, readonly [number, number]>()
  for (const row of aliasRows)
    aliases.set(`${row['class']}/${row['oid']}`, [row['refclass'] as number, row['refoid'] as number])
  const idAt = (catalog: number, oid: number, sub: number): string | undefined => {
    for (
      let at: readonly [number, number] | undefined = [catalog, oid];
      at !== undefined;
      at = aliases.get(at.join('/'))
    ) {
      const id = addresses.at(...at, sub) ?? addresses.at(...at, 0)
      if (id !== undefined && snapshot.objects.has(id)) return id
    }
    return undefined
  }
  const result = new Map<string, string[]>()
  const note = (row: DependencyRow): void => {
    const id = idAt(row.classid, row.objid, row.objsubid)
    const need = idAt(row.refclassid, row.refobjid, row.refobjsubid)
    if (id === undefined || need === undefined || id === need) return
    if (row.deptype === 'a' && kinds.of(snapshot.objects.get(id)!).automaticDependencies === false) return
    const needs = result.get(id)
    if (needs === undefined) result.set(id, [need])
    else if (needs.length < 8) result.set(id, [...needs, need])
    else needs.push(need)
  }
  const dependencies = tx.unsafe(`
      select classid as classid, objid as objid, objsubid, refclassid as refclassid,
             refobjid as refobjid, refobjsubid, deptype
        from pg_depend where objid >= 16384 and refobjid >= 16384 and deptype <> 'e'`)
  // There are several times as many as objects: a part at a time.
  await dependencies.cursor(10_000, (rows) => {
    for (const row of rows) note(row as unknown as DependencyRow)
  })
  return result
}

function setOf<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = new Set<V>()
  map.set(key, made)
  return made
}
