import { TidemarkError } from '../../errors/error.js'
import { applicationName, type Ask } from '../../runner/backends.js'
import { openLock, takeLock } from '../../runner/lock.js'
import { reserve } from '../../runner/reserved.js'
import { event, signed } from '../../runner/ledger-statements.js'
import { isServerError } from '../../database/postgres-error.js'
import { serverFailure } from '../../runner/failure.js'
import type { Origin } from '../../runner/origin.js'
import { quoteLiteral } from '../../sql/identifier.js'
import { hasPolicies } from '../plans.js'
import { createChecksums } from './checksums.js'
import type { ArchiveColumn } from './columns.js'
import { insertRows, readRows, textSettings, type Fields } from './rows.js'
import { groupSize, readParquet, UnfitValue, writeParquet } from './parquet.js'
import { openStore, withTemporaryFile, type Store } from './store.js'

export interface ArchiveOptions {
  readonly url: string
  /** Folders of policies are relative to it. */
  readonly root: string
  readonly origin: Origin
  readonly env: NodeJS.ProcessEnv
}

/** What `tidemark.former_partition` keeps of an archive. */
interface Manifest {
  readonly location: string
  readonly name: string
  readonly rows: number
  readonly columns: readonly ArchiveColumn[]
}

/** A partition that left its table, with the key by which that is partitioned. */
interface Former {
  readonly id: string
  readonly table: string
  /** Qualified and quoted. */
  readonly partition: string
  readonly destination: string
  readonly archive: Manifest | null
  readonly key: string
}

/** @throws TidemarkError TM432 where several have this name and state, or nothing says how to make it */
async function findFormer(
  ask: Ask,
  partition: string,
  state: 'leaving' | 'archived' | 'restored',
): Promise<Former | undefined> {
  if (!(await hasPolicies(ask))) return undefined
  const found = await ask<Former & { hasPolicy: boolean; location: string | null }>(`
    SELECT f.id, f.schema_name || '.' || f.table_name AS table, f.partition, f.destination, f.archive, p.column_name AS key,
           p.column_name IS NOT NULL AS "hasPolicy", f.archive ->> 'location' AS location
      FROM tidemark.former_partition f LEFT JOIN tidemark.partition_policy p USING (schema_name, table_name)
     WHERE f.state = ${quoteLiteral(state)} AND ${quoteLiteral(partition)} IN (f.partition, (parse_ident(f.partition))[2])
     ORDER BY f.id DESC FOR UPDATE OF f`)
  const [former] = found
  if (former === undefined) return undefined
  const names = [...new Set(found.map((item) => item.partition))]
  if (names.length > 1) throw severalNamed(partition, names)
  if (!former.hasPolicy) throw withoutPolicy(former)
  return former
}

/**
 * Writes a detached partition to its archive, reads it back, compares, and drops it: in one transaction, under a lock that
 * keeps writers out. Killed anywhere the table is still there, and the next run writes the same file again.
 */
export async function archivePartition(partition: string, options: ArchiveOptions): Promise<void> {
  await transaction(options, async (ask) => {
    const former = await findFormer(ask, partition, 'leaving')
    if (former === undefined) return
    await ask(`LOCK TABLE ${partition} IN SHARE MODE`)
    const store = await openStore(former.destination, options.root, options.env)
    const name = `${former.table}/${partition.replaceAll('"', '')}-${former.id}.parquet`
    const { rows, columns } = await writeVerified(ask, former, await columnsOf(ask, partition), store, name)
    const manifest: Manifest = { location: store.locate(name), name, rows, columns }
    const detail = { partition, location: manifest.location, rows }
    await ask(`
      UPDATE tidemark.former_partition SET state = 'archived', archive = ${quoteLiteral(JSON.stringify(manifest))} WHERE id = ${former.id};
      DROP TABLE ${partition};
      ${event('partition archive', null, signed(options.origin), detail)}`)
  })
}

/** Writes, fetches what the store then has, and compares; a column that comes back otherwise is written as text. */
async function writeVerified(
  ask: Ask,
  former: Former,
  columns: readonly ArchiveColumn[],
  store: Store,
  name: string,
): Promise<{ rows: number; columns: readonly ArchiveColumn[] }> {
  const source = createChecksums(columns.length)
  try {
    await withTemporaryFile(async (file) => {
      await writeParquet(file, columns, summed(readRows(ask, former.partition, columns, former.key, groupSize), source))
      await store.put(name, file)
    })
  } catch (error) {
    if (!(error instanceof UnfitValue)) throw error
    return await writeVerified(ask, former, asText(columns, [error.column]), store, name)
  }
  const kept = createChecksums(columns.length)
  await withTemporaryFile(async (file) => {
    await store.get(name, file)
    for await (const group of readParquet(file, columns)) kept.add(group)
  })
  const [wanted, found] = [source.result(), kept.result()]
  const different = columns.filter((_, index) => wanted.sums[index] !== found.sums[index])
  const native = different.filter(({ asText: isText }) => !isText).map((column) => column.name)
  if (native.length > 0) return await writeVerified(ask, former, asText(columns, native), store, name)
  if (different.length > 0 || wanted.rows !== found.rows) throw notEqual(former.partition, store.locate(name))
  return {
    rows: wanted.rows,
    columns: columns.map((column, index) => ({ ...column, checksum: wanted.sums[index]! })),
  }
}

const asText = (columns: readonly ArchiveColumn[], names: readonly string[]): readonly ArchiveColumn[] =>
  columns.map((column) => (names.includes(column.name) ? { ...column, asText: true } : column))

async function* summed<T extends readonly Fields[]>(
  groups: AsyncIterable<T>,
  checksums: ReturnType<typeof createChecksums>,
): AsyncGenerator<T> {
  for await (const group of groups) {
    checksums.add(group)
    yield group
  }
}

/** All columns but those that are computed. */
async function columnsOf(ask: Ask, table: string): Promise<readonly ArchiveColumn[]> {
  return await ask<ArchiveColumn>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
      WHERE attrelid = ${quoteLiteral(table)}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
  )
}

/**
 * Brings an archived partition back: made, filled, compared and attached in one transaction. Retention leaves it alone until
 * it is archived again.
 */
export async function restorePartition(
  partition: string,
  { lockWait, ...options }: ArchiveOptions & { readonly lockWait: number },
): Promise<{ rows: number }> {
  const connection = await openLock(options.url, 'partitions', options.origin)
  try {
    await takeLock(connection, lockWait)
    return await restore(partition, options)
  } finally {
    await connection.close()
  }
}

async function restore(partition: string, options: ArchiveOptions): Promise<{ rows: number }> {
  return await transaction(options, async (ask) => {
    const former = await findFormer(ask, partition, 'archived')
    if (former === undefined || former.archive === null) throw notArchived(partition, 'archived')
    const { archive, partition: name } = former
    const store = await openStore(former.destination, options.root, options.env)
    const [made] = await ask<{ statements: readonly string[] }>(`
      SELECT to_json(tidemark.create_partition(p, (parse_ident(f.partition))[2], format('FOR VALUES FROM (%s) TO (%L)',
               CASE f.lower_bound WHEN 'MINVALUE' THEN f.lower_bound ELSE quote_literal(f.lower_bound) END, f.upper_bound))) AS statements
        FROM tidemark.former_partition f JOIN tidemark.partition_policy p USING (schema_name, table_name) WHERE f.id = ${former.id}`)
    const { statements } = made!
    const attach = statements.findIndex((text) => text.includes(' ATTACH PARTITION '))
    for (const text of statements.slice(0, attach)) await ask(text)
    await fill(ask, former, archive, store)
    for (const text of statements.slice(attach)) await ask(text)
    // Nothing is known of its rows, and by itself the server would look at them only after a while.
    await ask(`ANALYZE ${name}`)
    const detail = { partition: name, location: archive.location, rows: archive.rows }
    await ask(`
      UPDATE tidemark.former_partition SET state = 'restored', relation = ${quoteLiteral(name)}::regclass WHERE id = ${former.id};
      ${event('partition restore', null, signed(options.origin), detail)}`)
    return { rows: archive.rows }
  })
}

async function fill(ask: Ask, { partition, key }: Former, archive: Manifest, store: Store): Promise<void> {
  const { columns } = archive
  const now = new Map((await columnsOf(ask, partition)).map(({ name, type }) => [name, type]))
  const gone = columns
    .filter(({ name }) => !now.has(name))
    .map(({ name }) => `the archive has a column ${name}, the table has none`)
  if (gone.length > 0) throw unfit(partition, archive, gone)
  const changed = columns.flatMap(({ name, type }) =>
    now.get(name) === type ? [] : [`${name} was ${type} and is ${now.get(name)}`],
  )
  await withTemporaryFile(async (file) => {
    await store.get(archive.name, file)
    for await (const group of readParquet(file, columns))
      await insertRows(ask, partition, columns, group).catch((error: unknown) => {
        throw isServerError(error) && unfitting.test(error.code)
          ? unfit(partition, archive, [error.message, ...changed])
          : error
      })
  })
  const checksums = createChecksums(columns.length)
  for await (const group of readRows(ask, partition, columns, key, groupSize)) checksums.add(group)
  const { rows, sums } = checksums.result()
  if (rows === archive.rows && columns.every(({ checksum }, index) => checksum === sums[index])) return
  throw changed.length > 0 ? unfit(partition, archive, changed) : notEqual(partition, archive.location)
}

/** What the server says where values do not fit: of data, of constraints, and of a column that is computed now. */
const unfitting = /^(?:22|23|428C9|42804)/

/** Gives a restored partition back to its policy, which lets it go again where it has expired, to the file that it came from. */
export async function releasePartition(partition: string, options: ArchiveOptions): Promise<void> {
  await transaction(options, async (ask) => {
    const former = await findFormer(ask, partition, 'restored')
    if (former === undefined) throw notArchived(partition, 'restored')
    await ask(`UPDATE tidemark.former_partition SET relation = 0 WHERE id = ${former.id}`)
  })
}

/** On a connection of its own, named as what a run does, so that the next run ends it should it be left behind. */
async function transaction<T>({ url, origin }: ArchiveOptions, use: (ask: Ask) => Promise<T>): Promise<T> {
  const { ask, close } = await reserve(url, applicationName('run', 'archive', origin))
  try {
    await ask(`BEGIN; ${textSettings}`)
    const result = await use(ask)
    await ask('COMMIT')
    return result
  } catch (error) {
    throw serverFailure(error)
  } finally {
    // What is not committed goes with the connection.
    await close()
  }
}

const notEqual = (table: string, location: string): TidemarkError =>
  new TidemarkError({
    code: 'TM431',
    subject: table,
    what: `the archive ${location} does not hold the rows of ${table}`,
    why: 'the number of rows or the checksum of a column differs from that of the table',
    fix: 'nothing was dropped or attached; keep the file for an investigation and run the command again',
  })

const notArchived = (partition: string, state: 'archived' | 'restored'): TidemarkError =>
  new TidemarkError({
    code: 'TM432',
    subject: partition,
    what: `there is no ${state} partition ${partition}`,
    fix: `tidemark partitions status lists those that are ${state}`,
  })

const severalNamed = (partition: string, names: readonly string[]): TidemarkError =>
  new TidemarkError({
    code: 'TM432',
    subject: partition,
    what: `several partitions are called ${partition}`,
    fix: `say which: ${names.join(', ')}`,
  })

const withoutPolicy = ({ table, partition, archive }: Former): TidemarkError =>
  new TidemarkError({
    code: 'TM432',
    subject: partition,
    what: `${partition} cannot be restored: ${table} has no policy any more`,
    why: 'the policy says how the partition is made',
    fix: [
      'declare the table with telemetry(…) again, and restore it then',
      ...(archive === null ? [] : [`or read ${archive.location}, which is a Parquet file, with another tool`]),
    ],
  })

const unfit = (partition: string, { location }: Manifest, why: readonly string[]): TidemarkError =>
  new TidemarkError({
    code: 'TM433',
    subject: partition,
    what: `the rows of ${partition} do not fit into the table as it is now`,
    why: why.join('\n'),
    fix: [
      'let the table take them (a column that was dropped, the type that it had, no NOT NULL without a default) while they are restored',
      `or read ${location}, which is a Parquet file, with another tool`,
    ],
  })
