import { Sql, type Secret } from '../sql/sql.js'
import { Backfill, isBackfill, isCode, type Batches } from '../revisions/data.js'
import type { Step } from '../revisions/migration.js'
import { TidemarkError } from '../errors/error.js'
import { isServerError } from '../database/postgres-error.js'
import { quoteLiteral } from '../sql/identifier.js'
import type { Ask } from './backends.js'

/** A revision as the ledger has it. */
export interface LedgerRow {
  readonly revision: string
  readonly parents: readonly string[]
  readonly message: string
  readonly checksum: string
  readonly steps: number
  /** Fewer than `steps` where a run was interrupted between two of the migration's transactions. */
  readonly stepsDone: number
  /** Of the step that stands alone and was interrupted. */
  readonly statementsDone: number
  /** A statement outside a transaction was begun; whether it was done, the catalog tells. */
  readonly underway: boolean
  readonly heading: 'up' | 'down'
  readonly who: string
  readonly role: string
  readonly host: string
  readonly appliedAt: Date
  readonly durationMs: number
  readonly toolVersion: string
  readonly gitCommit: string | null
}

/** What the ledger of a database says; without a ledger both are empty. */
export interface Ledger {
  /** The revisions of the ledger's own tables. */
  readonly version: ReadonlySet<string>
  readonly rows: ReadonlyMap<string, LedgerRow>
}

const versionQuery = 'SELECT revision FROM tidemark.ledger'
const rowsQuery = `
SELECT revision, to_json(parents) AS parents, message, checksum, steps, steps_done AS "stepsDone",
  statements_done AS "statementsDone", underway, heading, who, role, host, applied_at AS "appliedAt",
  duration_ms AS "durationMs", tool_version AS "toolVersion", git_commit AS "gitCommit"
FROM tidemark.revision`

/**
 * Reads the ledger and changes nothing: a database without one is simply empty.
 * @throws TidemarkError TM031 when the role may not read it.
 */
export async function readLedger(ask: Ask): Promise<Ledger> {
  try {
    const [version, rows] = await Promise.all([ask<{ revision: string }>(versionQuery), ask<LedgerRow>(rowsQuery)])
    return {
      version: new Set(version.map((row) => row.revision)),
      rows: new Map(rows.map((row) => [row.revision, row])),
    }
  } catch (error) {
    if (isServerError(error) && (error.code === '42P01' || error.code === '3F000'))
      return { version: new Set(), rows: new Map() }
    if (isServerError(error) && error.code === '42501') throw mayNotRead(error.message, error)
    throw error
  }
}

function mayNotRead(why: string, cause: unknown): TidemarkError {
  return new TidemarkError(
    {
      code: 'TM031',
      what: 'the ledger of this database cannot be read',
      why: `PostgreSQL says: ${why}`,
      fix: [
        'use the role that runs migrations',
        'or let this one read: GRANT USAGE ON SCHEMA tidemark TO …; GRANT SELECT ON ALL TABLES IN SCHEMA tidemark TO …',
      ],
    },
    { cause },
  )
}

/** All steps are in effect, and none of them is being taken back. */
export const isComplete = ({ steps, stepsDone, statementsDone, underway }: LedgerRow): boolean =>
  stepsDone === steps && statementsDone === 0 && !underway

/** The revisions that a database holds entirely. */
export function appliedRevisions(ledger: Ledger): Set<string> {
  return new Set([...ledger.rows.values()].filter(isComplete).map((row) => row.revision))
}

type Parts = readonly (string | Secret)[]

/** A step's way back as the ledger keeps it; `null` when there is none, or it is a function. */
interface StoredStep {
  readonly mode: Step['mode']
  readonly down: readonly (Parts | StoredBackfill)[] | null
}

interface StoredBackfill extends Pick<Batches, 'table' | 'batch' | 'pause'> {
  readonly set: readonly { readonly column: string; readonly value: Parts }[]
  readonly where?: Parts
}

/** What the ledger keeps so that `down` works without the file. Secrets stay names. */
export function wayBackJson(steps: readonly Step[]): string {
  const stored: StoredStep[] = steps.map(({ up, down, mode }) => ({
    mode,
    down: (up.length > 0 && down.length === 0) || down.some(isCode) ? null : down.map(toStored),
  }))
  return JSON.stringify(stored)
}

function toStored(statement: Sql): Parts | StoredBackfill {
  if (!isBackfill(statement)) return statement.parts
  const { set, where, ...rest } = statement.batches
  return {
    ...rest,
    set: set.map(({ column, value }) => ({ column, value: value.parts })),
    ...(where === undefined ? {} : { where: where.parts }),
  }
}

function fromStored(stored: Parts | StoredBackfill): Sql {
  if (!('set' in stored)) return new Sql(stored)
  const { set, where, ...rest } = stored
  return new Backfill({
    ...rest,
    set: set.map(({ column, value }) => ({ column, value: new Sql(value) })),
    ...(where === undefined ? {} : { where: new Sql(where) }),
  })
}

/** Fills in the way back, from the ledger, of what has no file to take it from. Such steps know no way forward. */
export async function withStoredSteps<T extends { readonly revision: string; readonly steps?: readonly Step[] }>(
  legs: readonly T[],
  ask: Ask,
): Promise<readonly T[]> {
  const without = legs.filter((leg) => leg.steps === undefined).map((leg) => leg.revision)
  if (without.length === 0) return legs
  const rows = await ask<{ revision: string; way_back: readonly StoredStep[] }>(
    `SELECT revision, way_back FROM tidemark.revision WHERE revision IN (${without.map(quoteLiteral).join(', ')})`,
  )
  const stored = new Map(rows.map((row) => [row.revision, row.way_back.map(toStep)]))
  return legs.map((leg) => (leg.steps === undefined ? { ...leg, steps: stored.get(leg.revision) ?? [] } : leg))
}

/** A step without a way back keeps an `up`, since that is how one is recognised. */
function toStep({ mode, down }: StoredStep): Step {
  return {
    mode,
    up: down === null ? [new Sql(['-- known to the ledger only'])] : [],
    down: (down ?? []).map(fromStored),
  }
}
