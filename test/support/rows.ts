import type { Database } from '../../src/database/database.js'

/** The rows of every table: values as text, by column. */
export type Rows = ReadonlyMap<string, Table>

export interface Table {
  /** Types by column. */
  readonly columns: Readonly<Record<string, string>>
  readonly rows: readonly Readonly<Record<string, string | null>>[]
}

interface Found {
  readonly name: string
  readonly partitioned: boolean
  readonly columns: Record<string, string> | null
}

/** Reads all tables; partitions are read through the tables that they belong to, children of INHERITS by themselves. */
export async function readRows({ sql }: Database): Promise<Rows> {
  const tables = await sql.unsafe<Found[]>(`
    select format('%I.%I', n.nspname, c.relname) as name, c.relkind = 'p' as partitioned,
           (select json_object_agg(a.attname, format_type(a.atttypid, a.atttypmod)) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')`)
  const result = new Map<string, Table>()
  for (const { name, partitioned, columns } of tables) {
    const rows = await sql.unsafe<{ row: Record<string, string | null> }[]>(`
      select coalesce((select jsonb_object_agg(key, value) from jsonb_each_text(to_jsonb(t))), '{}') as row from ${partitioned ? '' : 'only '}${name} t`)
    result.set(name, { columns: columns ?? {}, rows: rows.map(({ row }) => row) })
  }
  return result
}

/** The rows of some tables as those of one: partitions that are moved take theirs along. */
export function together(rows: Rows, names: readonly string[]): Rows {
  const tables = names.flatMap((name) => rows.get(name) ?? [])
  if (tables.length === 0) return rows
  const others = [...rows].filter(([name]) => !names.includes(name))
  const columns = Object.assign({}, ...tables.map((table) => table.columns)) as Table['columns']
  return new Map([...others, [names.join(' and '), { columns, rows: tables.flatMap((table) => table.rows) }]])
}

/**
 * What several states have in common: the tables that all of them hold, with the columns that all of them hold. Where
 * `sameType` is asked for, a column whose type differs does not count.
 */
export function common(states: readonly Rows[], { sameType }: { sameType: boolean }): Record<string, string[]>[] {
  const [first, ...others] = states
  const tables = [...first!.keys()].filter((name) => others.every((state) => state.has(name)))
  const columnsOf = (name: string): string[] =>
    Object.entries(first!.get(name)!.columns)
      .filter(([column, type]) =>
        others.every((state) => {
          const found = state.get(name)!.columns[column]
          return sameType ? found === type : found !== undefined
        }),
      )
      .map(([column]) => column)
      .sort()
  return states.map((state) =>
    Object.fromEntries(
      tables.map((name) => {
        const columns = columnsOf(name)
        const texts = state.get(name)!.rows.map((row) => JSON.stringify(columns.map((column) => row[column])))
        return [name, texts.sort()]
      }),
    ),
  )
}
