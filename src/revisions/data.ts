import { quoteIdentifier } from '../sql/identifier.js'
import { nameParts, sql, Sql, type Interpolation, type Named } from '../sql/sql.js'

/** The database, as a function of a migration sees it: inside the migration's transaction. */
export interface Data {
  /**
   * Runs a statement and gives its rows. Values come as node drivers give them: `bigint` and `numeric` as strings, times as Dates.
   *
   * @example
   * const users = await db.query<{ id: number; email: string }>(sql`SELECT id, email FROM users`)
   * for (const { id, email } of users) await db.query(sql`UPDATE users SET hash = ${hash(email)} WHERE id = ${id}`)
   */
  query<Row extends object = Record<string, unknown>>(statement: Sql): Promise<readonly Row[]>
}

/** What a step does with rows where SQL does not reach. */
export type Run = (db: Data) => Promise<unknown>

/** A function in the place of a statement. As text it is a comment: only the file knows what it does. */
export class Code extends Sql {
  readonly run: Run

  constructor(run: Run) {
    super(['-- a function of the migration file'])
    this.run = run
  }
}

/** How rows are filled in: see `backfill`. */
export interface Batches {
  readonly table: string
  readonly set: readonly { readonly column: string; readonly value: Sql }[]
  readonly where?: Sql
  readonly batch: number
  /** Milliseconds. */
  readonly pause: number
}

/** An UPDATE that runs in batches, each committed on its own. As text it is the one statement that would do the same. */
export class Backfill extends Sql {
  readonly batches: Batches

  constructor(batches: Batches) {
    const pause = batches.pause === 0 ? '' : `, ${batches.pause} ms apart`
    super([`-- in batches of ${batches.batch} rows${pause}\n`, ...updateOf(batches).parts])
    this.batches = batches
  }
}

export const isCode = (statement: Sql): statement is Code => 'run' in statement
export const isBackfill = (statement: Sql): statement is Backfill => 'batches' in statement

/** The UPDATE of a backfill, of the rows that fit `range` too. */
export function updateOf({ table, set, where }: Batches, range?: Sql): Sql {
  const values = set.map(({ column, value }) => sql`${sql.raw(quoteIdentifier(column))} = ${value}`)
  const conditions = [range, where === undefined ? undefined : sql`(${where})`].filter((part) => part !== undefined)
  const filter = conditions.length === 0 ? sql`` : sql` WHERE ${joined(conditions, ' AND ')}`
  return sql`UPDATE ${sql.raw(table)} SET ${joined(values, ', ')}${filter}`
}

const joined = (pieces: readonly Sql[], between: string): Sql =>
  new Sql(pieces.flatMap((piece, index) => (index === 0 ? piece.parts : [between, ...piece.parts])))

interface BackfillWay {
  /** New values by column: expressions of the row, or plain values. */
  readonly set: Readonly<Record<string, Interpolation>>
  /** Only rows that fit; so that a second run has nothing to do, `set` should make it false. */
  readonly where?: Sql
}

export interface BackfillOptions extends BackfillWay {
  /** A declared table, or its name as in SQL: `'readings'`, `'app.readings'`. */
  readonly table: string | Named
  /** How many rows are looked at in one transaction. Default: 1000. */
  readonly batch?: number
  /** Milliseconds between two batches, for replicas and vacuum. Default: 0. */
  readonly pause?: number
  /** The way back: other values for the same table, or statements. Left out, there is none, and `down` says so. */
  readonly down?: BackfillWay | Sql | readonly Sql[]
}

/** The two ways of a backfill, as the statements of its step. */
export function waysOf(options: BackfillOptions): { up: Backfill; down: readonly Sql[] } {
  const { table, batch = 1000, pause = 0, down } = options
  const name = typeof table === 'string' ? table : table[nameParts].map(quoteIdentifier).join('.')
  const way = ({ set, where }: BackfillWay): Backfill =>
    new Backfill({
      table: name,
      set: Object.entries(set).map(([column, value]) => ({ column, value: sql`${value}` })),
      ...(where === undefined ? {} : { where }),
      batch,
      pause,
    })
  const back = down === undefined ? [] : Array.isArray(down) ? (down as readonly Sql[]) : [down as BackfillWay | Sql]
  return { up: way(options), down: back.map((item) => ('set' in item ? way(item) : item)) }
}
