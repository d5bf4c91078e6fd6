import type { Database } from '../../database/database.js'
import { quoteLiteral } from '../../sql/identifier.js'

/** What is known of a table's rows before they are touched. */
export interface Facts {
  readonly bytes: number
  /** As estimated by PostgreSQL; 0 where it has never been analysed. */
  readonly rows: number
  /** Since 1970, by the server's clock: now, and the earliest and the latest time in a column. */
  readonly now: number
  readonly first?: number
  readonly last?: number
  readonly hasNulls?: boolean
}

/** A partition that a policy has not made: what was adopted, or was there before another interval. */
export interface OddPartition {
  readonly name: string
  readonly bound: string
}

/** The partitions of a table with a policy that are not one period each. */
export async function oddPartitionsOf({ sql }: Database, table: string): Promise<readonly OddPartition[]> {
  const rows = await sql.begin('read only', async (tx) => {
    await tx`SET LOCAL timezone = 'UTC'`
    await tx`SET LOCAL datestyle = 'ISO, YMD'`
    return await tx.unsafe<{ name: string; bound: string }[]>(`
      SELECT c.relname AS name, pg_get_expr(c.relpartbound, 0) AS bound
        FROM tidemark.partition_policy p, tidemark.partitions(p) e JOIN pg_class c ON c.oid = e.partition AND c.relkind = 'r'
       WHERE quote_ident(p.schema_name) || '.' || quote_ident(p.table_name) = ${quoteLiteral(table)}
         AND NOT e.is_default AND (e.lower_bound IS NULL OR e.upper_bound IS NULL
             OR (SELECT count(*) FROM tidemark.partition_periods(p, e.lower_bound, e.upper_bound)) > 1)
       ORDER BY e.lower_bound NULLS FIRST`)
  })
  return rows.map(({ name, bound }) => ({ name, bound }))
}

/** Asks the server; times are read where a column is named. */
export async function factsOf({ sql }: Database, table: string, column?: string): Promise<Facts> {
  const name = quoteLiteral(table)
  const [size] = await sql.unsafe<{ bytes: string; rows: string; now: string }[]>(`
    SELECT sum(pg_table_size(relid)) AS bytes, sum(greatest(c.reltuples, 0)) AS rows, extract(epoch FROM now()) AS now
      FROM (SELECT ${name}::regclass AS relid UNION SELECT relid FROM pg_partition_tree(${name})) t JOIN pg_class c ON c.oid = relid`)
  const known = { bytes: Number(size!.bytes), rows: Number(size!.rows), now: Number(size!.now) }
  if (column === undefined) return known
  const [range] = await sql.unsafe<{ first: string | null; last: string | null; nulls: boolean }[]>(`
    SELECT extract(epoch FROM min(${column})) AS first, extract(epoch FROM max(${column})) AS last,
           EXISTS (SELECT FROM ${table} WHERE ${column} IS NULL) AS nulls FROM ${table}`)
  return {
    ...known,
    ...(range!.first !== null && { first: Number(range!.first) }),
    ...(range!.last !== null && { last: Number(range!.last) }),
    hasNulls: range!.nulls,
  }
}
