import type { Sql } from '../sql/sql.js'

type Statements = Sql | readonly Sql[]

/** One step of a migration: the way forward and the way back, side by side. */
export interface Step {
  readonly up: readonly Sql[]
  readonly down: readonly Sql[]
  /** `alone`: cannot run inside a transaction, or must be committed before the next step. */
  readonly mode: 'transaction' | 'alone'
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

/** A migration: its place in the history, and its steps in the order of the way forward. */
export function migration(head: MigrationHead, steps: readonly Step[]): Migration {
  return { ...head, steps }
}
