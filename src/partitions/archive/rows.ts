import type { Ask } from '../../runner/backends.js'
import { quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import type { ArchiveColumn } from './columns.js'

/** A row: what PostgreSQL's output functions write for each value. */
export type Fields = readonly (string | null)[]

/** Settings under which the text of a value is the same for everyone, no digit is lost, and no policy hides a row. */
export const textSettings =
  "SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';" +
  " SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL row_security = off"

const names = (columns: readonly ArchiveColumn[]): string[] => columns.map(({ name }) => quoteIdentifier(name))

/** What a group of rows holds in memory at most, in characters, unless a single row is longer. */
const groupLength = 1 << 25
/** What one FETCH is to bring, about. */
const fetchLength = 1 << 22

const lengthOf = (rows: readonly Fields[]): number =>
  rows.reduce((sum, row) => sum + row.reduce((length, text) => length + (text?.length ?? 0), 0), 0)

/** All rows in the order of the partition key, and always in the same; a group holds a span of it, of `size` rows at most. */
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
    let group: Fields[] = []
    let held = 0
    // Rows may be of some bytes or of some megabytes.
    let count = Math.min(size, 16)
    for (;;) {
      const rows = await ask(`FETCH ${Math.min(count, size - group.length)} FROM archived`)
      const fields = rows.map((row) => Object.values(row) as Fields)
      const length = lengthOf(fields)
      if (group.length > 0 && (fields.length === 0 || held + length > groupLength)) {
        yield group
        group = []
        held = 0
      }
      if (fields.length === 0) return
      group.push(...fields)
      held += length
      if (group.length >= size) {
        yield group
        group = []
        held = 0
      }
      count = Math.max(1, length > fetchLength ? count >> 1 : Math.min(size, count * 2))
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
