import type { Sql } from '../sql/sql.js'
import { Code, waysOf, type BackfillOptions, type Run } from './data.js'

type Statements = Sql | readonly Sql[]

/** One step of a migration: the way forward and the way back, side by side. */
export interface Step {
  readonly up: readonly Sql[]
  readonly down: readonly Sql[]
  /**
   * `alone`: cannot run inside a transaction, or must be committed before the next step. `brief`: a transaction of its own,
   * whose locks others would wait behind.
   */
  readonly mode: 'transaction' | 'alone' | 'brief'
}

export interface MigrationHead {
  /** Twelve hexadecimal digits, unique in the history. */
  readonly revision: string
  readonly parents: readonly string[]
  readonly message: string
  /** Names of the branch that begins here: `label@head` is its last revision. */
  readonly labels?: readonly string[]
  /** Revisions of other branches that have to be applied before this one. */
  readonly dependsOn?: readonly string[]
  /** Revisions that this one stands for: a database that holds them holds this one. */
  readonly replaces?: readonly string[]
  /** Roles that this history made: only those are proposed for removal when their declaration goes. */
  readonly roles?: readonly string[]
  /** What the way forward may lose, as `autogenerate` judged it: `TM203 column public.orders.note`. */
  readonly hazards?: readonly string[]
  /** Codes of hazards that are consented to, for every database. */
  readonly allow?: readonly string[]
}

export interface Migration extends MigrationHead {
  readonly steps: readonly Step[]
}

const list = (statements: Statements): readonly Sql[] => (Array.isArray(statements) ? statements : [statements as Sql])

/** A step that runs in the transaction of its migration. */
export function step(texts: { up: Statements; down: Statements }): Step {
  return { up: list(texts.up), down: list(texts.down), mode: 'transaction' }
}

/** A step that stands alone, outside any transaction: CREATE INDEX CONCURRENTLY, ALTER TYPE … ADD VALUE used at once. */
step.alone = (texts: { up: Statements; down: Statements }): Step => ({
  up: list(texts.up),
  down: list(texts.down),
  mode: 'alone',
})

/**
 * A function that works on rows, in the transaction of the migration. Its way back is another function, or statements; a
 * function alone has none, and `down` says so. It may run again after a deadlock or an interruption.
 *
 * @example
 * step.run({
 *   up: async (db) => {
 *     for (const { id, address } of await db.query<{ id: number; address: string }>(sql`SELECT id, address FROM users`))
 *       await db.query(sql`UPDATE users SET city = ${cityOf(address)} WHERE id = ${id}`)
 *   },
 *   down: sql`UPDATE users SET city = NULL`,
 * })
 */
step.run = (ways: Run | { up: Run; down: Run | Statements }): Step => {
  if (typeof ways === 'function') return { up: [new Code(ways)], down: [], mode: 'transaction' }
  const { up, down } = ways
  return { up: [new Code(up)], down: typeof down === 'function' ? [new Code(down)] : list(down), mode: 'transaction' }
}

/**
 * A step that fills in rows of a large table in batches along its primary key, each committed on its own, so that no lock is
 * held for long. A run that is interrupted goes on after the last batch.
 *
 * @example
 * backfill({ table: 'readings', set: { celsius: sql`(fahrenheit - 32) / 1.8` }, where: sql`celsius IS NULL`,
 *            batch: 5000, pause: 50, down: sql`-- goes with its column` })
 */
export const backfill = (options: BackfillOptions): Step => ({
  ...waysOf(options),
  up: [waysOf(options).up],
  mode: 'alone',
})

/** A step in a transaction of its own that waits for its locks only a moment, and is tried until it gets them. */
step.brief = (texts: { up: Statements; down: Statements }): Step => ({
  up: list(texts.up),
  down: list(texts.down),
  mode: 'brief',
})

/**
 * Commits what comes before it, in both directions: between steps that were committed apart, and that one transaction would not
 * take, such as a new value of an enum and its use.
 */
step.commit = (): Step => ({ up: [], down: [], mode: 'alone' })

/** A migration: its place in the history, and its steps in the order of the way forward. */
export function migration(head: MigrationHead, steps: readonly Step[]): Migration {
  return { ...head, steps }
}
