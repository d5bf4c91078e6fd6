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
