import { quoteLiteral } from '../sql/identifier.js'
import type { Step } from '../revisions/migration.js'
import { wayBackJson } from './ledger.js'
import type { Origin } from './origin.js'

/** What the ledger says about one revision. */
export interface Entry {
  readonly revision: string
  readonly parents: readonly string[]
  readonly message: string
  readonly checksum: string
  readonly steps: readonly Step[]
}

/** How far a migration is. */
export interface Progress {
  readonly heading: 'up' | 'down'
  readonly stepsDone: number
  readonly statementsDone: number
  /** A statement outside a transaction is about to begin. */
  readonly underway: boolean
  /** The ledger already has a row of this revision. */
  readonly known: boolean
}

/** SQL expressions for the columns that say who: literals, or what the server knows when a script is run by someone else. */
export interface Signature {
  readonly who: string
  readonly host: string
  readonly pid: string
  readonly toolVersion: string
  readonly gitCommit: string
}

export function signed({ who, host, pid, toolVersion, gitCommit }: Origin): Signature {
  return {
    who: quoteLiteral(who),
    host: quoteLiteral(host),
    pid: String(pid),
    toolVersion: quoteLiteral(toolVersion),
    gitCommit: gitCommit === undefined ? 'NULL' : quoteLiteral(gitCommit),
  }
}

/** For scripts: who runs them is known only then. */
export function signedByRunner(origin: Origin): Signature {
  const host = "coalesce(host(inet_client_addr()), 'local')"
  return { ...signed(origin), who: 'session_user', host, pid: 'pg_backend_pid()' }
}

/** Milliseconds since the transaction began, on the server's clock: the row is written before the client could know. */
const elapsed =
  'round(extract(epoch FROM clock_timestamp() - transaction_timestamp())::numeric * 1000, 1)::double precision'

/** Statements that record how far a migration is, in the transaction of its steps. */
export function recordProgress(entry: Entry, progress: Progress, by: Signature): readonly string[] {
  const { heading, stepsDone, statementsDone, underway, known } = progress
  const id = quoteLiteral(entry.revision)
  const untouched = stepsDone === 0 && statementsDone === 0 && !underway
  if (untouched && heading === 'down') {
    return [`DELETE FROM tidemark.revision WHERE revision = ${id}`, event('down', entry.revision, by)]
  }
  const row = known
    ? `UPDATE tidemark.revision SET steps_done = ${stepsDone}, statements_done = ${statementsDone}, underway = ${underway}, ` +
      `heading = '${heading}', duration_ms = duration_ms + ${elapsed}, applied_at = clock_timestamp() WHERE revision = ${id}`
    : insertRow(entry, progress, by)
  const complete = heading === 'up' && stepsDone === entry.steps.length
  return complete ? [row, event('up', entry.revision, by, { checksum: entry.checksum })] : [row]
}

/** Statements after a failure outside a transaction: what could do nothing leaves no row, what did something is not underway. */
export function forgetAttempt(revision: string): readonly string[] {
  const id = quoteLiteral(revision)
  return [
    `DELETE FROM tidemark.revision WHERE revision = ${id} AND steps_done = 0 AND statements_done = 0`,
    `UPDATE tidemark.revision SET underway = false WHERE revision = ${id}`,
  ]
}

/** Statements that record a revision as applied without running it. */
export function recordStamp(
  entry: Entry,
  known: boolean,
  by: Signature,
  because: Readonly<Record<string, unknown>> = {},
): readonly string[] {
  const stepsDone = entry.steps.length
  const progress: Progress = { heading: 'up', stepsDone, statementsDone: 0, underway: false, known }
  const [row] = recordProgress(entry, progress, by)
  return [row!, event('stamp', entry.revision, by, { checksum: entry.checksum, ...because })]
}

/** Statements that take a revision out of the ledger without reverting it. */
export function recordUnstamp(revision: string, by: Signature): readonly string[] {
  return [`DELETE FROM tidemark.revision WHERE revision = ${quoteLiteral(revision)}`, event('unstamp', revision, by)]
}

/** Statements that record a squash instead of what it replaces; nothing is run, and the log of events keeps both. */
export function recordSquash(
  entry: Entry,
  known: boolean,
  replaced: readonly string[],
  by: Signature,
): readonly string[] {
  const id = quoteLiteral(entry.revision)
  const old = `ARRAY[${replaced.map(quoteLiteral).join(', ')}]::text[]`
  const stepsDone = entry.steps.length
  const progress: Progress = { heading: 'up', stepsDone, statementsDone: 0, underway: false, known }
  const facts = ['who', 'role', 'host', 'applied_at', 'tool_version', 'git_commit'].map(
    (name) => `${name} = last.${name}`,
  )
  return [
    ...(known
      ? []
      : [
          insertRow(entry, progress, by),
          `UPDATE tidemark.revision AS squash SET ${facts.join(', ')}, duration_ms = last.total ` +
            `FROM (SELECT *, sum(duration_ms) OVER () AS total FROM tidemark.revision WHERE revision = ANY (${old}) ` +
            `ORDER BY applied_at DESC LIMIT 1) AS last WHERE squash.revision = ${id}`,
        ]),
    event('squash', entry.revision, by, { checksum: entry.checksum, replaces: replaced }),
    `DELETE FROM tidemark.revision WHERE revision = ANY (${old})`,
    'UPDATE tidemark.revision SET parents = ARRAY(SELECT DISTINCT ' +
      `CASE WHEN parent = ANY (${old}) THEN ${id} ELSE parent END FROM unnest(parents) AS parent) WHERE parents && ${old}`,
  ]
}

export function event(
  action: string,
  revision: string | null,
  by: Signature,
  detail: Record<string, unknown> = {},
): string {
  const values = [quoteLiteral(action), revision === null ? 'NULL' : quoteLiteral(revision), by.who, by.host, by.pid]
  return `INSERT INTO tidemark.event (action, revision, who, host, pid, detail) VALUES (${values.join(', ')}, ${quoteLiteral(JSON.stringify(detail))})`
}

function insertRow(entry: Entry, progress: Progress, by: Signature): string {
  const columns =
    'revision, parents, message, checksum, steps, steps_done, statements_done, underway, heading, way_back, ' +
    'who, host, duration_ms, tool_version, git_commit'
  const values = [
    quoteLiteral(entry.revision),
    `ARRAY[${entry.parents.map(quoteLiteral).join(', ')}]::text[]`,
    quoteLiteral(entry.message),
    quoteLiteral(entry.checksum),
    entry.steps.length,
    progress.stepsDone,
    progress.statementsDone,
    progress.underway,
    `'${progress.heading}'`,
    quoteLiteral(wayBackJson(entry.steps)),
    by.who,
    by.host,
    elapsed,
    by.toolVersion,
    by.gitCommit,
  ]
  return `INSERT INTO tidemark.revision (${columns}) VALUES (${values.join(', ')})`
}
