import type { Database } from '../database/database.js'

/** Counting stops here: that it is a lot is all that matters. */
const enough = 1_000_000

/** A query for how many rows or values there are, no further than what matters. */
export const counting = (from: string): string =>
  `SELECT count(*)::int AS held FROM (SELECT FROM ${from} LIMIT ${enough + 1}) found`

/** The table and the column of the id of a column, its default or its NOT NULL, as SQL names them. */
export function columnParts(id: string): { readonly table: string; readonly column: string } {
  // The parts of a quoted name: `public."a.b".c` has three.
  const parts = id.slice(id.indexOf(' ') + 1).match(/"(?:[^"]|"")*"|[^."]+/g) ?? []
  return { table: parts.slice(0, -1).join('.'), column: parts.at(-1) ?? '' }
}

/** The same for the values of a column, by its id. */
export function countingValues(id: string): string {
  const { table, column } = columnParts(id)
  return counting(`${table} WHERE ${column} IS NOT NULL`)
}

/** How many there are in a database as it is; `undefined` where that cannot be told in a few seconds. */
export async function countHeld({ sql }: Database, query: string): Promise<number | 'none' | undefined> {
  try {
    const [row] = await sql.begin('read only', async (tx) => {
      await tx
        .unsafe(`SET LOCAL statement_timeout = '5s'; SET LOCAL lock_timeout = '1s'; SET LOCAL row_security = off`)
        .simple()
      return await tx.unsafe(query)
    })
    return row!['held'] as number
  } catch (error) {
    const { code = '' } = error as { code?: string }
    return ['3F000', '42P01', '42703'].includes(code) ? 'none' : undefined
  }
}

/** `1,204 values`, `1 row`, `more than 1,000,000 rows`. */
export function heldText(count: number, unit: string): string {
  const some = count > enough ? `more than ${enough.toLocaleString('en')}` : count.toLocaleString('en')
  return `${some} ${count === 1 ? unit.replace(/s$/, '') : unit}`
}
