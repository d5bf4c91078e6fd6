import { locateError } from '../config/source-position.js'
import { databaseName } from '../database/url.js'
import { TidemarkError } from '../errors/error.js'
import type { Leg } from './route.js'
import { statementsOf } from './execute.js'

/** A migration that is about to run, or was run. */
export interface PlannedMigration {
  readonly revision: string
  readonly message: string
  /** Absolute path; missing where the way back comes from the ledger. */
  readonly file?: string
  /** What will be sent, secrets by name. */
  readonly statements: readonly string[]
}

/** What a run is about to do. It holds the lock, so nothing else changes meanwhile. */
export interface RunPlan {
  readonly command: 'up' | 'down'
  /** For people: `app@localhost:5432/shop`, never a password. */
  readonly database: string
  /** The connection string, password included. */
  readonly url: string
  readonly migrations: readonly PlannedMigration[]
}

/**
 * Functions of the config file that `up` and `down` call, and wait for. One that throws stops the run where it is.
 *
 * @example
 * hooks: {
 *   beforeAll({ command, url }) {
 *     if (command === 'up') execFileSync('pg_dump', ['--format=custom', '--file=before.dump', url])
 *   },
 *   onError: (error, { database }) => fetch(alarm, { method: 'POST', body: `${database}: ${error.message}` }),
 * }
 */
export interface Hooks {
  /** Before anything is changed. Not called when there is nothing to do, for `--dry-run` and for `--sql`. */
  beforeAll?(plan: RunPlan): unknown
  beforeEach?(migration: PlannedMigration, plan: RunPlan): unknown
  /** After the migration is committed. */
  afterEach?(migration: PlannedMigration, plan: RunPlan): unknown
  /** After the last migration is committed. */
  afterAll?(plan: RunPlan): unknown
  /** After a failure, of a hook too; what was committed before stays. */
  onError?(error: Error, plan: RunPlan): unknown
}

export function planOf(url: string, command: 'up' | 'down', legs: readonly Leg[]): RunPlan {
  return { command, database: databaseName(url), url, migrations: legs.map(plannedMigration) }
}

export function plannedMigration(leg: Leg): PlannedMigration {
  const { revision, message, file } = leg
  const statements = statementsOf(leg).map((statement) => statement.text())
  return { revision, message, statements, ...(file === undefined ? {} : { file }) }
}

/** @throws TidemarkError TM343 when the hook throws. */
export async function callHook(name: keyof Hooks, call: () => unknown, what: string): Promise<void> {
  try {
    await call()
  } catch (error) {
    const at = locateError(error)
    throw new TidemarkError(
      {
        code: 'TM343',
        what: `the hook ${name} of the config file failed; ${what}`,
        why: error instanceof Error ? `${error.name}: ${error.message}` : `it threw ${String(error)}`,
        fix: 'correct the hook or what it asks for, then run the command again; it goes on where this run stopped',
        ...(at === undefined ? {} : { at }),
      },
      { cause: error },
    )
  }
}
