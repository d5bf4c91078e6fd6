import type postgres from 'postgres'
import type { Database, Server } from '../database/database.js'
import { noteOwned, noteNone } from './scope.js'

/** A connection inside a transaction. */
export type Transaction = postgres.TransactionSql

/**
 * Settings under which catalog functions print expressions the same way for everyone: names qualified, times in UTC.
 * JIT only delays queries of this sort.
 */
const settings = `
  SET LOCAL search_path = ''; SET LOCAL jit = off; SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD';
  SET LOCAL intervalstyle = 'postgres'; SET LOCAL extra_float_digits = 1; SET LOCAL quote_all_identifiers = off;
  SET LOCAL bytea_output = 'hex'; SET LOCAL lc_monetary = 'C'`

/** Runs `use` in a transaction that sees one state of the catalog and changes nothing. */
export const inView = async <T>({ sql }: Database, use: (tx: Transaction) => Promise<T>): Promise<T> =>
  (await sql.begin('isolation level repeatable read read only', use)) as T

/** Prepares a transaction for the queries of kinds: sent, not waited for. What comes back is the server as they see it. */
export async function beginReading(tx: Transaction, server: Server): Promise<Server> {
  void send(tx.unsafe(settings).simple())
  const [there] = await tx.unsafe(`select to_regclass('tidemark.former_partition') is not null as policies`)
  const policies = there!['policies'] as boolean
  const noted = send(tx.unsafe(policies ? noteOwned : noteNone))
  return { ...server, policies, mostlyOwned: policies && ((await noted)[0]!['mostly'] as boolean) }
}

/** Members of extensions, which are left to these. */
export const memberQuery = `select classid as catalog, objid as oid from pg_depend where deptype = 'e'`

/** What one of those is called in ids; `identified` is a row of `pg_identify_object`. */
export const memberName = (identified: string): string =>
  `replace(${identified}.type, ' ', '-') || ' ' || ${identified}.identity`

/**
 * A database whose catalog is about to be read several times: its queries are prepared, since to plan them takes most of the time
 * of a reading. Two readings would not win back what preparing costs; and a pooler could not keep the statements.
 */
export const rereading = <T extends Database>(database: T): T => ({ ...database, recurs: database.direct === true })

/** How the queries of a reading are asked. */
export const asked = ({ recurs }: Database): { prepare?: boolean } =>
  // Without arguments postgres.js would take the simple protocol, which prepares nothing; its types do not tell.
  recurs === true ? ({ prepare: true, simple: false } as { prepare: boolean }) : {}

/** Sends a query now: PostgreSQL answers those on their way one after the other, without a round trip for each. */
export function send<Query extends { execute(): Promise<unknown> }>(query: Query): Query {
  query.execute().catch(() => {})
  return query
}
