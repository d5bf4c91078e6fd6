import { readFileSync } from 'node:fs'
import postgres from 'postgres'
import { TidemarkError } from '../errors/error.js'
import { connectionError } from './connection-error.js'
import type { Database, Server } from './database.js'
import { openSocket } from './socket.js'
import { databaseName, parseUrl, type ConnectionUrl } from './url.js'

export interface ConnectOptions {
  /** How many connections at most; each is opened when first needed. */
  readonly max?: number
  /** Seconds to wait for the server; default 10. */
  readonly timeout?: number
  /** Off for a pooler in transaction mode. */
  readonly prepare?: boolean
  /** Server parameters of the session, such as `lock_timeout`. */
  readonly settings?: Readonly<Record<string, string>>
  readonly applicationName?: string
  /** Called with what a person should know, such as a server that is newer than we are. */
  readonly note?: (text: string) => void
  /** Called when a connection is closed, by either side. */
  readonly onClose?: () => void
}

const oldest = 14
const newest = 18

/**
 * Connects to a database and learns the version of its server, in one round trip.
 *
 * @throws TidemarkError TM010 to TM018, one for each cause; never with a password in it
 */
export async function connect(url: string, options: ConnectOptions = {}): Promise<Database> {
  const target = parseUrl(url)
  const timeout = options.timeout ?? Number(target.parameters['connect_timeout'] ?? 10)
  // postgres.js has a `socket` option, but its types do not.
  const socket = { socket: () => openSocket(target, timeout) }
  const sql = postgres({
    ...socket,
    host: target.host,
    port: target.port,
    user: target.user,
    password: target.password,
    database: target.database,
    ssl: tls(target),
    max: options.max ?? 4,
    connect_timeout: timeout,
    prepare: options.prepare ?? target.parameters['pgbouncer'] !== 'true',
    // Reading the array types would be one more round trip, and catalogs can be read without.
    fetch_types: false,
    max_lifetime: null,
    onnotice: () => {},
    ...(options.onClose === undefined ? {} : { onclose: options.onClose }),
    connection: {
      ...sessionParameters(target),
      ...options.settings,
      application_name: options.applicationName ?? 'tidemark',
    },
  })
  try {
    const { server, user, direct } = await readServer(sql)
    if (server.major < oldest) throw tooOld(server, target)
    if (server.major > newest) options.note?.(newerServer(server))
    return { sql, server, user, direct, name: databaseName(url), close: () => sql.end({ timeout: 1 }) }
  } catch (error) {
    await sql.end({ timeout: 0 })
    throw error instanceof TidemarkError ? error : connectionError(error, target)
  }
}

async function readServer(sql: postgres.Sql): Promise<Pick<Database, 'server' | 'user' | 'direct'>> {
  const rows = await sql
    .unsafe<{ version: string; user: string; pid: number }[]>(
      `SELECT current_setting('server_version_num') AS version, current_user AS "user", pg_backend_pid() AS pid`,
    )
    .simple()
  const [row] = rows
  const version = Number(row?.version)
  const server = { version, major: Math.floor(version / 10_000) }
  // A pooler greets with a number of its own.
  return { server, user: row?.user ?? '', direct: rows.state?.pid === row?.pid }
}

/** The server parameters that a connection string may carry; parameters of other tools (`?schema=`) are left out. */
function sessionParameters({ parameters }: ConnectionUrl): Record<string, string> {
  const known = ['options', 'search_path', 'statement_timeout', 'lock_timeout', 'client_encoding', 'TimeZone']
  return Object.fromEntries(known.flatMap((name) => (parameters[name] === undefined ? [] : [[name, parameters[name]]])))
}

/** As `sslmode` says (Manual, 34.19.3). By default TLS where a remote server has it, and none to this machine. */
function tls({ host, parameters }: ConnectionUrl): NonNullable<postgres.Options<Record<string, never>>['ssl']> {
  const local = host.startsWith('/') || host === 'localhost' || host === '127.0.0.1' || host === '::1'
  const mode = parameters['sslmode'] ?? process.env['PGSSLMODE'] ?? (local ? 'disable' : 'prefer')
  const rootFile = parameters['sslrootcert']
  switch (mode) {
    case 'disable':
      return false
    case 'allow':
    case 'prefer':
      return 'prefer'
    case 'require':
      if (rootFile === undefined) return 'require'
      return { ca: readCertificate(rootFile), checkServerIdentity: () => undefined }
    case 'verify-ca':
      return {
        ...(rootFile === undefined ? {} : { ca: readCertificate(rootFile) }),
        checkServerIdentity: () => undefined,
      }
    case 'verify-full':
      return rootFile === undefined ? 'verify-full' : { ca: readCertificate(rootFile), servername: host }
    default:
      throw new TidemarkError({
        code: 'TM016',
        what: `sslmode ${mode} of the connection string is not known`,
        fix: 'use one of disable, prefer, require, verify-ca, verify-full',
      })
  }
}

function readCertificate(file: string): string | undefined {
  if (file === 'system') return undefined
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new TidemarkError(
      {
        code: 'TM016',
        what: `the certificate ${file} of the connection string cannot be read`,
        why: (cause as Error).message,
        fix: 'correct sslrootcert in the connection string',
      },
      { cause },
    )
  }
}

function tooOld(server: Server, target: ConnectionUrl): TidemarkError {
  return new TidemarkError({
    code: 'TM014',
    what: `the server at ${target.host}:${target.port} runs PostgreSQL ${versionText(server)}`,
    why: `Tidemark needs PostgreSQL ${oldest} or later`,
    fix: 'upgrade the server, or name another one with --url',
  })
}

function newerServer(server: Server): string {
  return `The server runs PostgreSQL ${versionText(server)}; this Tidemark knows up to ${newest}. What later versions added is not compared.`
}

function versionText({ version, major }: Server): string {
  return major >= 10 ? `${major}.${version % 10_000}` : `${major}.${Math.floor((version % 10_000) / 100)}`
}
