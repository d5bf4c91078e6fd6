import { quoteLiteral } from '../sql/identifier.js'
import type { Origin } from './origin.js'

/** What a connection of a run is for: holding the lock, or running statements. */
export type Part = 'lock' | 'run'

/** The application name by which others recognise a connection of ours; PostgreSQL cuts it at 63 bytes. */
export function applicationName(part: Part, command: string, { host, pid }: Origin): string {
  const end = `:${pid}`
  const start = `tidemark ${part} ${command} ${host}`.replace(/[^\x20-\x7e]/g, '?')
  return start.slice(0, 63 - end.length) + end
}

/** A session that another one waits for. */
export interface Blocker {
  readonly pid: number
  readonly user: string
  readonly application: string
  readonly state: string
  /** Its current query, or its last one where the transaction is idle. */
  readonly query: string
  readonly since: Date | null
}

/** Sends a query and gives its rows. */
export type Ask = <Row extends object>(text: string) => Promise<readonly Row[]>

// Within one transaction, such as the lock's, the view of the sessions would otherwise stay as it was when first read.
const fresh = 'SELECT pg_stat_clear_snapshot()'

/** The sessions that the backend of this application name waits for; empty when it waits for no lock. */
export async function readBlockers(ask: Ask, application: string): Promise<readonly Blocker[]> {
  await ask(fresh)
  return ask<Blocker>(`
    SELECT DISTINCT b.pid, coalesce(b.usename, '') AS user, coalesce(b.application_name, '') AS application,
      coalesce(b.state, '') AS state, coalesce(b.query, '') AS query, b.xact_start AS since
    FROM pg_stat_activity w
      CROSS JOIN LATERAL unnest(pg_blocking_pids(w.pid)) AS p (pid)
      JOIN pg_stat_activity b ON b.pid = p.pid
    WHERE w.application_name = ${quoteLiteral(application)} AND w.datname = current_database() AND w.wait_event_type = 'Lock'
    ORDER BY b.pid`)
}

/** One line about a blocker. */
export function describeBlocker({ pid, user, application, state, query }: Blocker): string {
  const text = query.replace(/\s+/g, ' ').trim()
  const shown = text.length > 100 ? `${text.slice(0, 100)}…` : text
  const doing = state === 'active' ? 'running' : `${state || 'holding it'}, last query`
  return `process ${pid} (${[user, application].filter((part) => part !== '').join(', ')}), ${doing}: ${shown}`
}

/** Ends the backend of this application name: its statement would go on without us. */
export async function endBackend(ask: Ask, application: string): Promise<void> {
  await ask(fresh)
  await ask(`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = ${quoteLiteral(application)} AND datname = current_database()`)
}

/**
 * What is at work. A pooler keeps the name of whoever used a connection last: one that is idle, or is just getting another name,
 * may be somebody else's by now.
 */
const atWork = String.raw`state <> 'idle' AND query !~ '^(SET [^;]*(;|$))+$'`

/**
 * Ends statements that a run left behind when its process was killed: the server goes on with a statement whose client is
 * gone. Only the holder of the lock may call it, and before it opens a session of its own: no other run is at work then.
 * Gives the process ids that were asked to end.
 */
export async function endOrphans(ask: Ask): Promise<readonly number[]> {
  await ask(fresh)
  // Were the function a condition, PostgreSQL might call it before it looks at the database.
  const rows = await ask<{ pid: number }>(`
    WITH orphan AS MATERIALIZED (
      SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND application_name LIKE 'tidemark run %' AND ${atWork}
    )
    SELECT pid, pg_terminate_backend(pid) FROM orphan`)
  return rows.map((row) => row.pid)
}
