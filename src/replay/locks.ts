import { setTimeout as sleep } from 'node:timers/promises'
import { rolesOfHistory } from '../autogenerate/roles.js'
import { connect } from '../database/connect.js'
import type { Database } from '../database/database.js'
import { TidemarkError } from '../errors/error.js'
import type { Ask } from '../runner/backends.js'
import { begin } from '../runner/execute.js'
import { serverFailure } from '../runner/failure.js'
import { ledgerStatements } from '../runner/ledger-schema.js'
import { currentOrigin } from '../runner/origin.js'
import { reserve, type Reserved } from '../runner/reserved.js'
import type { Leg, State } from '../runner/route.js'
import { withSecrets } from '../runner/secrets.js'
import { segments } from '../runner/segments.js'
import { quoteLiteral } from '../sql/identifier.js'
import { cannotTell } from './of-database.js'
import { applyOn, onScratch, patient, withPlaceholders } from './on-scratch.js'
import { reachesCluster, reachesOut } from './reaches-cluster.js'

/** A lock on a table that the database holds. */
export interface TableLock {
  /** As PostgreSQL calls it: `ACCESS EXCLUSIVE`. */
  readonly mode: string
  readonly table: string
  /** With its indexes, and with all of its partitions. */
  readonly bytes: number
  /** As PostgreSQL estimates it; left out of a table that was never analysed. */
  readonly rows?: number
  /** Every row is written anew while the lock is held. */
  readonly rewritten?: true
}

/** What migrations would lock. */
export interface Foreseen {
  /** For each leg the locks of each of its segments, as far as they are known; of some segments they cannot be read. */
  readonly locks: readonly (readonly (readonly TableLock[] | undefined)[])[]
  /** Why those of the legs after them are not known. */
  readonly unknown?: string
}

/**
 * Which locks migrations would take on the tables of a database. Which lock a statement takes PostgreSQL knows alone: the
 * migrations are run on a scratch database, and asked for their locks before they commit. The sizes are those of the database.
 */
export async function foreseeLocks(
  legs: readonly Leg[],
  state: State,
  { url, scratchUrl }: { readonly url: string; readonly scratchUrl?: string | undefined },
): Promise<Foreseen> {
  const applied = state.graph.order.filter((id) => state.applied.has(id))
  const before = applied.flatMap((id) => state.graph.nodes.get(id)!.migration ?? [])
  const running = legs.map(({ steps = [], heading }) => ({
    steps: steps.map((step) => ({ ...step, up: step[heading] })),
  }))
  const outward = before.find(reachesOut)
  const why =
    cannotTell(state) ??
    (outward &&
      `the migration ${outward.revision} holds a function, or reaches another server, and is not run for this`)
  if (why !== undefined) return { locks: [], unknown: why }
  const database = await connect(url, { max: 1 })
  try {
    const place = { url, scratchUrl, apart: [...before, ...running].some(reachesCluster) }
    const who = { as: database.user, roles: rolesOfHistory(state.history) }
    return await onScratch(database, place, who, async (_, on) => {
      await applyOn(on, state.history, state.applied)
      if (state.applied.size === 0) await makeLedger(on, state)
      return await withSizes(await observe(legs, running, state, on), database)
    })
  } catch (thrown) {
    const error = serverFailure(thrown)
    if (!(error instanceof TidemarkError)) throw error
    return { locks: [], unknown: saidBy(error) }
  } finally {
    await database.close()
  }
}

const saidBy = ({ diagnostics }: TidemarkError): string =>
  diagnostics.map(({ what, why }) => [what, why].filter(Boolean).join(': ')).join('\n')

/** Migrations may call what is in the ledger's schema. */
async function makeLedger(url: string, { history }: State): Promise<void> {
  const session = await reserve(url, 'tidemark')
  try {
    const none = { version: new Set<string>(), rows: new Map() }
    for (const text of await ledgerStatements(none, currentOrigin(history.folder))) await session.ask(text)
  } finally {
    await session.close()
  }
}

type Seen = Pick<TableLock, 'mode' | 'table' | 'rewritten'>

interface Observed {
  readonly locks: readonly (readonly (readonly Seen[] | undefined)[])[]
  readonly unknown?: string
}

async function observe(
  legs: readonly Leg[],
  running: readonly Parameters<typeof reachesOut>[0][],
  state: State,
  url: string,
): Promise<Observed> {
  const toText = withSecrets(withPlaceholders(state.history))
  const session = await reserve(url, 'tidemark')
  const witness = await reserve(url, 'tidemark')
  const locks: (readonly Seen[] | undefined)[][] = []
  try {
    for (const [index, leg] of legs.entries()) {
      if (reachesOut(running[index]!))
        return {
          locks,
          unknown: `the migration ${leg.revision} holds a function, or reaches another server, and is not run for this`,
        }
      const found: (readonly Seen[] | undefined)[] = []
      for (const segment of segments(leg.steps!, leg.heading, leg.position)) {
        const texts = segment.parts.map(({ sql }) => toText(sql))
        found.push(await (segment.kind === 'outside' ? outside(texts, session, witness) : transaction(texts, session)))
      }
      locks.push(found)
    }
    return { locks }
  } catch (thrown) {
    const error = serverFailure(thrown)
    if (!(error instanceof TidemarkError)) throw error
    return {
      locks,
      unknown: `the migration ${legs[locks.length]!.revision} fails on a scratch database: ${saidBy(error)}`,
    }
  } finally {
    await session.close({ busy: true })
    await witness.close()
  }
}

async function transaction(texts: readonly string[], { ask }: Reserved): Promise<Seen[]> {
  const tables = await readTables(ask)
  await ask(begin(patient, 0))
  for (const text of texts) await ask(text)
  const [{ pid } = { pid: 0 }] = await ask<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const held = await locksOf(pid, tables, ask)
  await ask('COMMIT; RESET ALL; RESET ROLE')
  const truncates = texts.some((text) => /\btruncate\b/i.test(text))
  return truncates ? held.map(({ mode, table }) => ({ mode, table })) : held
}

/**
 * A statement that runs outside of a transaction gives its locks back before anyone could ask. It is made to wait, for a
 * transaction that reads each table, as most concurrent forms do; what it holds meanwhile is read. `undefined` when that is
 * nothing: it did not wait, or, as DETACH PARTITION … CONCURRENTLY, waits between two transactions.
 */
async function outside(
  texts: readonly string[],
  { ask }: Reserved,
  witness: Reserved,
): Promise<readonly Seen[] | undefined> {
  const tables = await readTables(ask)
  const [{ pid } = { pid: 0 }] = await ask<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const names = [...tables.values()].filter(({ lockable }) => lockable).map(({ name }) => name)
  const lockAll = names.length === 0 ? '' : `; LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`
  await witness.ask(`BEGIN ISOLATION LEVEL REPEATABLE READ${lockAll}; SELECT 1`)
  let ended = false
  const run = ask(texts.join(';\n')).finally(() => (ended = true))
  run.catch(() => {})
  const waits = `SELECT 1 FROM pg_locks WHERE pid = ${pid} AND NOT granted`
  try {
    while (!ended && (await witness.ask(waits)).length === 0) await sleep(2)
    const found = await locksOf(pid, tables, witness.ask)
    return found.length === 0 ? undefined : found
  } finally {
    await witness.ask('COMMIT')
    await run
  }
}

interface Table {
  readonly oid: number
  readonly name: string
  /** What it is a partition of, at the top. */
  readonly root: number | null
  readonly file: string | null
  readonly lockable: boolean
}

/** The tables and views that are there before a segment. */
async function readTables(ask: Ask): Promise<ReadonlyMap<number, Table>> {
  const rows = await ask<Table>(`
    SELECT c.oid::int8::text::float8 AS oid, format('%I.%I', n.nspname, c.relname) AS name,
      pg_relation_filenode(c.oid)::text AS file, c.relkind IN ('r', 'p') AS lockable,
      CASE WHEN c.relispartition THEN pg_partition_root(c.oid)::oid::int8::text::float8 END AS root
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f') AND n.nspname NOT IN ('information_schema', 'tidemark') AND n.nspname !~ '^pg_'`)
  return new Map(rows.map((row) => [row.oid, row]))
}

/** From the weakest on of those that keep others from more than dropping the table or making it anew. */
const modes: readonly string[] = [
  'RowExclusiveLock',
  'ShareUpdateExclusiveLock',
  'ShareLock',
  'ShareRowExclusiveLock',
  'ExclusiveLock',
  'AccessExclusiveLock',
]

/** `AccessExclusiveLock` as the manual writes it. */
const spelled = (mode: string): string =>
  mode
    .replace(/Lock$/, '')
    .replace(/(?<=.)(?=[A-Z])/g, ' ')
    .toUpperCase()

/** The strongest lock on each table; a partition is not named beside its parent that is locked as strongly. */
async function locksOf(pid: number, tables: ReadonlyMap<number, Table>, ask: Ask): Promise<Seen[]> {
  const rows = await ask<{ oid: number; mode: string; file: string | null }>(`
    SELECT relation::oid::int8::text::float8 AS oid, mode, pg_relation_filenode(relation)::text AS file
    FROM pg_locks WHERE pid = ${pid} AND locktype = 'relation'`)
  const strongest = new Map<number, { rank: number; rewritten: boolean }>()
  for (const { oid, mode, file } of rows) {
    const table = tables.get(oid)
    const rank = Math.max(modes.indexOf(mode), strongest.get(oid)?.rank ?? -1)
    if (table === undefined || rank === -1) continue
    strongest.set(oid, { rank, rewritten: table.file !== null && file !== null && file !== table.file })
  }
  const found = [...strongest].filter(([oid, { rank, rewritten }]) => {
    const { root } = tables.get(oid)!
    const above = root === null ? undefined : strongest.get(root)
    if (above !== undefined && rewritten) above.rewritten = true
    return above === undefined || above.rank < rank
  })
  return found
    .sort(
      ([a, { rank: first }], [b, { rank: second }]) =>
        second - first || (tables.get(a)!.name < tables.get(b)!.name ? -1 : 1),
    )
    .map(([oid, { rank, rewritten }]) => ({
      mode: spelled(modes[rank]!),
      table: tables.get(oid)!.name,
      ...(rewritten ? { rewritten } : {}),
    }))
}

/** With the sizes that the tables have in the database; what it does not hold yet is made by the run itself, and left out. */
async function withSizes({ locks, ...rest }: Observed, { sql }: Database): Promise<Foreseen> {
  const names = [...new Set(locks.flat(2).flatMap((lock) => (lock === undefined ? [] : [lock.table])))]
  if (names.length === 0) return { locks: locks.map((leg) => leg.map((seen) => seen && [])), ...rest }
  const rows = (await sql.unsafe(`
    SELECT t.name, sum(pg_total_relation_size(p.oid))::float8 AS bytes,
      CASE WHEN bool_and(p.reltuples >= 0) THEN sum(p.reltuples)::float8 END AS rows
    FROM unnest(ARRAY[${names.map(quoteLiteral).join(', ')}]) AS t (name)
      CROSS JOIN LATERAL (SELECT to_regclass(t.name) AS oid) AS r
      CROSS JOIN LATERAL (
        SELECT c.oid, CASE WHEN c.relkind IN ('r', 'm') THEN c.reltuples ELSE 0 END AS reltuples FROM pg_class c
        WHERE c.oid = r.oid OR c.oid IN (SELECT relid FROM pg_partition_tree(r.oid))
      ) AS p
    WHERE r.oid IS NOT NULL GROUP BY t.name`)) as unknown as { name: string; bytes: number; rows: number | null }[]
  const sizes = new Map(rows.map(({ name, bytes, rows }) => [name, { bytes, ...(rows === null ? {} : { rows }) }]))
  const sized = (seen: readonly Seen[] | undefined): readonly TableLock[] | undefined =>
    seen?.flatMap((lock) => (sizes.has(lock.table) ? [{ ...lock, ...sizes.get(lock.table)! }] : []))
  return { locks: locks.map((leg) => leg.map(sized)), ...rest }
}
