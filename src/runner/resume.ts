import { statements } from '../revisions/statements.js'
import { quoteLiteral } from '../sql/identifier.js'
import type { Ask } from './backends.js'

/** What the catalog says of a statement that may have been interrupted. */
export type Finding =
  /** Its effect is there. */
  | { readonly state: 'done' }
  /** It has to run, after these statements have removed what it left behind. */
  | { readonly state: 'again'; readonly first: readonly string[] }
  /** The statement that completes it has to run in its place. */
  | { readonly state: 'complete'; readonly with: string }

const name = String.raw`((?:"(?:[^"]|"")+"|[^\s."(]+)(?:\s*\.\s*(?:"(?:[^"]|"")+"|[^\s."(]+))*)`
const pattern = (text: string): RegExp => new RegExp(`^${text.replaceAll(' ', '\\s+').replaceAll('NAME', name)}`, 'i')

const createIndex = pattern('create (?:unique )?index concurrently(?: if not exists)? NAME on(?: only)? NAME')
const unnamedIndex = /^create (unique )?index concurrently on\b/
const dropIndex = pattern('drop index concurrently(?: if exists)? NAME')
const reindex = pattern(String.raw`reindex(?: \([^)]*\))? (index|table|schema|database)(?: concurrently)? NAME`)
const detach = pattern('alter table(?: if exists)?(?: only)? NAME detach partition NAME concurrently')

/** Whether a statement could not be recognised again after an interruption: an index that is built without a name. */
export function cannotResume(text: string): boolean {
  return statements(text).some(({ shape }) => unnamedIndex.test(shape))
}

/**
 * Finds out whether an interrupted statement was done. A statement that no rule knows runs again: what then fails says
 * that its effect is there.
 */
export async function inspect(ask: Ask, text: string): Promise<Finding> {
  const statement = statements(text)[0]
  const plain = statement === undefined ? '' : withoutComments(statement.text)
  const created = createIndex.exec(plain)
  if (created !== null) return indexState(ask, created[1]!, created[2]!)
  const dropped = dropIndex.exec(plain)
  if (dropped !== null) return (await exists(ask, dropped[1]!)) ? again() : { state: 'done' }
  const rebuilt = reindex.exec(plain)
  if (rebuilt !== null) return again(await leftovers(ask, rebuilt[1]!.toLowerCase(), rebuilt[2]!))
  const detached = detach.exec(plain)
  if (detached !== null) return detachState(ask, detached[1]!, detached[2]!)
  return again()
}

/** Statements that remove what a failed statement left behind, so that nothing half done remains. */
export async function remnants(ask: Ask, text: string): Promise<readonly string[]> {
  const plain = withoutComments(text)
  if (createIndex.test(plain) || reindex.test(plain)) {
    const finding = await inspect(ask, text)
    return finding.state === 'again' ? finding.first : []
  }
  return []
}

const again = (first: readonly string[] = []): Finding => ({ state: 'again', first })

function withoutComments(text: string): string {
  return text.replace(/^(\s+|--[^\n]*(\n|$)|\/\*[^]*?\*\/)+/, '')
}

async function exists(ask: Ask, relation: string): Promise<boolean> {
  const [row] = await ask<{ found: boolean }>(`SELECT to_regclass(${quoteLiteral(relation)}) IS NOT NULL AS found`)
  return row!.found
}

/** The index lies in the schema of its table, whatever the search path says. */
async function indexState(ask: Ask, index: string, table: string): Promise<Finding> {
  const [row] = await ask<{ valid: boolean; full_name: string }>(
    `SELECT i.indisvalid AND i.indisready AS valid, c.oid::regclass::text AS full_name
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE i.indrelid = to_regclass(${quoteLiteral(table)}) AND c.relname = (parse_ident(${quoteLiteral(index)}))[1]`,
  )
  if (row === undefined) return again()
  return row.valid ? { state: 'done' } : again([`DROP INDEX CONCURRENTLY ${row.full_name}`])
}

/** The tables whose indexes a REINDEX makes anew; with each goes the one that keeps its long values. */
const rebuilds: Readonly<Record<string, (name: string) => string>> = {
  index: (name) => `SELECT indrelid FROM pg_index WHERE indexrelid IN (${partsOf(name)})`,
  table: partsOf,
  schema: (name) => `SELECT oid FROM pg_class WHERE relnamespace = to_regnamespace(${name})`,
  database: () => 'SELECT oid FROM pg_class',
}

/** A relation with its partitions; of one that is not partitioned the tree is empty before PostgreSQL 17. */
function partsOf(name: string): string {
  return `SELECT to_regclass(${name})::oid UNION SELECT relid::oid FROM pg_partition_tree(to_regclass(${name}))`
}

/** An interrupted REINDEX CONCURRENTLY leaves invalid copies whose names end in _ccnew or _ccold. */
async function leftovers(ask: Ask, kind: string, relation: string): Promise<readonly string[]> {
  const rows = await ask<{ full_name: string }>(
    `WITH rebuilt (oid) AS (${rebuilds[kind]!(quoteLiteral(relation))})
     SELECT c.oid::regclass::text AS full_name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$' AND (i.indrelid IN (SELECT oid FROM rebuilt)
       OR i.indrelid IN (SELECT reltoastrelid FROM pg_class JOIN rebuilt USING (oid)))`,
  )
  return rows.map((row) => `DROP INDEX CONCURRENTLY ${row.full_name}`)
}

async function detachState(ask: Ask, parent: string, partition: string): Promise<Finding> {
  const [row] = await ask<{ pending: boolean }>(
    `SELECT inhdetachpending AS pending FROM pg_inherits
     WHERE inhparent = to_regclass(${quoteLiteral(parent)}) AND inhrelid = to_regclass(${quoteLiteral(partition)})`,
  )
  if (row === undefined) return { state: 'done' }
  if (!row.pending) return again()
  return { state: 'complete', with: `ALTER TABLE ${parent} DETACH PARTITION ${partition} FINALIZE` }
}
