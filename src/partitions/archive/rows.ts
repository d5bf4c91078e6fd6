import type { Ask } from '../../runner/backends.js'
import { quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import type { ArchiveColumn } from './columns.js'

/** A row: what PostgreSQL's output functions write for each value. */
export type Fields = readonly (string | null)[]

/** Settings under which the text of a value is the same for everyone, and no digit is lost. */
export const textSettings =
  "SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';" +
  " SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'"

const names = (columns: readonly ArchiveColumn[]): string[] => columns.map(({ name }) => quoteIdentifier(name))

/** All rows in the order of the partition key, and always in the same; each group of `size` rows holds a span of it. */
export async function* readRows(
  ask: Ask,
  table: string,
  columns: readonly ArchiveColumn[],
  order: string,
  size: number,
): AsyncGenerator<readonly Fields[]> {
  // A cast to text would cut the blanks of a char(n); format() calls the output function.
  const texts = names(columns).map(
    (name, index) => `CASE WHEN ${name} IS NOT NULL THEN format('%s', ${name}) END AS c${index}`,
  )
  await ask(
    `DECLARE archived NO SCROLL CURSOR FOR SELECT ${texts.join(', ')} FROM ${table}
       ORDER BY ${quoteIdentifier(order)}, hashtextextended(ROW(${names(columns).join(', ')})::text, 0)`,
  )
  try {
    for (;;) {
      const rows = await ask(`FETCH ${size} FROM archived`)
      if (rows.length === 0) return
      yield rows.map((row) => Object.values(row) as Fields)
    }
  } finally {
    await ask('CLOSE archived').catch(() => {})
  }
}

/** Adds rows to a table, from the text of their values. */
export async function insertRows(
  ask: Ask,
  table: string,
  columns: readonly ArchiveColumn[],
  rows: readonly Fields[],
): Promise<void> {
  const values = columns.map(({ type }, index) => `(j ->> ${index})::${type}`)
  await ask(
    `INSERT INTO ${table} (${names(columns).join(', ')})
     SELECT ${values.join(', ')} FROM json_array_elements(${quoteLiteral(JSON.stringify(rows))}::json) j`,
  )
}
