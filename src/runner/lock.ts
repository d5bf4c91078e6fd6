import { setTimeout as sleep } from 'node:timers/promises'
import { isServerError } from '../database/postgres-error.js'
import { exitCodes, TidemarkError } from '../errors/error.js'
import { quoteLiteral } from '../sql/identifier.js'
import { applicationName, endOrphans, type Ask } from './backends.js'
import type { Origin } from './origin.js'
import { reserve, type Reserved } from './reserved.js'

/** 'tidemark' as eight bytes; advisory locks belong to one database. */
const key = '8388346167743836779'
const holderOfKey =
  "locktype = 'advisory' AND granted AND objsubid = 1 AND classid = 1953064037 AND objid = 1835102827" +
  ' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())'

/** Who holds the lock. */
export interface Holder {
  /** The server's process of the connection that holds it. */
  readonly backend: number
  readonly role: string
  /** From the ledger; missing in the moment between taking the lock and writing who took it. */
  readonly who: string | null
  readonly host: string | null
  readonly pid: number | null
  readonly doing: string | null
  /** The migration that it is at; missing where it runs none. */
  readonly revision: string | null
  readonly since: Date | null
  readonly application: string
}

/** The connection on which the lock is taken. Before that it is good for looking at the ledger. */
export interface LockConnection {
  readonly command: string
  readonly origin: Origin
  readonly connection: Reserved
  /** Gives the lock back, if it was taken. */
  close(): Promise<void>
}

export interface Lock {
  /** The server's process of the connection that holds it. */
  readonly backend: number
  /** In an idle transaction: good for looking at other sessions. */
  readonly connection: Reserved
  /** Rejects when the connection is closed before it is given back. */
  readonly lost: Promise<never>
  readonly isLost: () => boolean
}

/**
 * Opens the connection for a lock.
 * @param command What is being done, for whoever finds the lock held: `up`, `down`.
 * @throws TidemarkError TM010 to TM018
 */
export async function openLock(url: string, command: string, origin: Origin): Promise<LockConnection> {
  const connection = await reserve(url, applicationName('lock', command, origin))
  return { command, origin, connection, close: () => connection.close() }
}

/**
 * Takes the lock of a database. It is a transaction-level advisory lock, so that it goes with its connection and works
 * through a pooler; it is polled, because a session that waits inside PostgreSQL for it would deadlock with
 * CREATE INDEX CONCURRENTLY.
 *
 * @param wait How long to wait for another run, in milliseconds.
 * @param onWait Called once when there is someone to wait for.
 * @throws TidemarkError TM321 (exit code 3) when another run holds it for longer than `wait`, TM032 on a read-only server.
 */
export async function takeLock(
  { connection }: LockConnection,
  wait: number,
  onWait?: (holder: Holder | undefined) => void,
): Promise<Lock> {
  const backend = await poll(connection, wait, onWait)
  await waitForOrphans(connection, wait)
  const lost = connection.lost.catch(() => Promise.reject(lockLost()))
  lost.catch(() => {})
  return { backend, connection, lost, isLost: connection.isLost }
}

interface Attempt {
  readonly locked: boolean
  readonly backend: number
  readonly read_only: string
}

async function poll(
  connection: Reserved,
  wait: number,
  onWait?: (holder: Holder | undefined) => void,
): Promise<number> {
  const timeouts = ['idle_in_transaction_session_timeout', ...(connection.major >= 17 ? ['transaction_timeout'] : [])]
  const begin =
    `BEGIN ISOLATION LEVEL READ COMMITTED; ${timeouts.map((name) => `SET LOCAL ${name} = 0; `).join('')}` +
    `SELECT pg_try_advisory_xact_lock(${key}) AS locked, pg_backend_pid() AS backend, current_setting('transaction_read_only') AS read_only`
  const deadline = performance.now() + wait
  for (let pause = 50; ; pause = Math.min(pause * 1.5, 1000)) {
    const [attempt] = await connection.ask<Attempt>(begin)
    if (attempt!.read_only === 'on') throw readOnly()
    if (attempt!.locked) return attempt!.backend
    await connection.ask('ROLLBACK')
    const holder = await readHolder(connection.ask)
    if (performance.now() >= deadline) throw lockHeld(holder, wait)
    if (pause === 50) onWait?.(holder)
    // A little chance keeps several waiting runs from asking in step.
    await sleep(Math.min(pause * (0.75 + Math.random() / 2), Math.max(1, deadline - performance.now())))
  }
}

async function waitForOrphans({ ask }: Reserved, wait: number): Promise<void> {
  const deadline = performance.now() + Math.max(wait, 5000)
  while ((await endOrphans(ask)).length > 0 && performance.now() < deadline) await sleep(20)
}

/** Who holds the lock of this database, if anyone does. */
export async function readHolder(ask: Ask): Promise<Holder | undefined> {
  const sessions = await ask<Pick<Holder, 'backend' | 'role' | 'since' | 'application'>>(
    `SELECT l.pid AS backend, coalesce(a.usename, '') AS role, a.xact_start AS since, coalesce(a.application_name, '') AS application
     FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid WHERE ${holderOfKey}`,
  )
  const session = sessions[0]
  if (session === undefined) return undefined
  const notes = await ask<Pick<Holder, 'who' | 'host' | 'pid' | 'doing' | 'revision' | 'since'>>(
    `SELECT who, host, pid, doing, (${revisionAtWork}) AS revision, since FROM tidemark.lock AS l WHERE backend = ${session.backend}`,
  ).catch((error: unknown) => {
    if (isServerError(error) && /^(42P01|3F000|42501)$/.test(error.code)) return []
    throw error
  })
  return { who: null, host: null, pid: null, doing: null, revision: null, ...session, ...notes[0] }
}

/**
 * The first of the holder's migrations that the ledger does not show as done. It is found, not noted: a run that noted each one
 * would pay for it. A ledger of an older version has no such column.
 */
const revisionAtWork = `
  SELECT planned.id
  FROM jsonb_array_elements_text(to_jsonb(l) -> 'revisions') WITH ORDINALITY AS planned (id, position)
    LEFT JOIN tidemark.revision r ON r.revision = planned.id
  WHERE CASE WHEN l.doing = 'down' THEN r.revision IS NOT NULL
    ELSE r.revision IS NULL OR r.heading <> 'up' OR r.steps_done < r.steps OR r.underway END
  ORDER BY planned.position LIMIT 1`

/**
 * The statement by which the holder says who it is; run on another connection, since the lock's own transaction stays open.
 * @param revisions What it is going to run, in this order.
 */
export function noteHolder(
  backend: number,
  doing: string,
  { who, host, pid }: Origin,
  revisions: readonly string[] = [],
): string {
  const list = `ARRAY[${revisions.map(quoteLiteral).join(', ')}]::text[]`
  const values = [backend, quoteLiteral(who), quoteLiteral(host), pid, quoteLiteral(doing), list].join(', ')
  return (
    `INSERT INTO tidemark.lock (backend, who, host, pid, doing, revisions) VALUES (${values}) ON CONFLICT (singleton) DO UPDATE SET ` +
    'backend = excluded.backend, who = excluded.who, role = excluded.role, host = excluded.host, pid = excluded.pid, ' +
    'doing = excluded.doing, revisions = excluded.revisions, since = excluded.since'
  )
}

export const forgetHolder = (backend: number): string => `DELETE FROM tidemark.lock WHERE backend = ${backend}`

/** `alice at ci-7 (process 4242, server process 1234), tidemark up, at 3f9c2a1b7d04, since 2026-11-20 10:15:00 UTC`. */
export function describeHolder(holder: Holder): string {
  const since = holder.since === null ? '' : `, since ${holder.since.toISOString().slice(0, 19).replace('T', ' ')} UTC`
  const backend = `server process ${holder.backend}`
  if (holder.who === null) return `${holder.role} (${holder.application}, ${backend})${since}`
  const at = holder.revision === null ? '' : `, at ${holder.revision}`
  return `${holder.who} at ${holder.host} (process ${holder.pid}, ${backend}), tidemark ${holder.doing}${at}${since}`
}

function lockHeld(holder: Holder | undefined, wait: number): TidemarkError {
  return new TidemarkError(
    {
      code: 'TM321',
      what: 'another run holds the lock of this database',
      why:
        holder === undefined
          ? 'it was released and taken again while this run waited'
          : `it is held by ${describeHolder(holder)}`,
      fix: [
        `wait for it to end (this run waited ${wait / 1000} s; --lock-wait SECONDS waits longer)`,
        'or see whether it is still at work: tidemark lock status',
      ],
    },
    { exitCode: exitCodes.refused },
  )
}

export function lockLost(): TidemarkError {
  return new TidemarkError({
    code: 'TM322',
    what: 'the lock of the run was lost',
    why: 'the server or the network closed the connection that held it, and another run may have begun',
    fix: 'run the command again; it goes on where this one stopped',
  })
}

function readOnly(): TidemarkError {
  return new TidemarkError({
    code: 'TM032',
    what: 'this server takes no writes',
    why: 'it is a standby, or default_transaction_read_only is on for the server, the database or the role',
    fix: 'connect to the primary, or with a role that may write',
  })
}
