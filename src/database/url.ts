import { userInfo } from 'node:os'
import { TidemarkError } from '../errors/error.js'

/** A connection string in its parts, decoded. */
export interface ConnectionUrl {
  readonly user: string
  readonly password: string
  readonly host: string
  readonly port: number
  readonly database: string
  readonly parameters: Readonly<Record<string, string>>
}

/**
 * Reads a connection string (Manual, 34.1.1.2); what it leaves out comes from PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE.
 *
 * @throws TidemarkError TM010; the message holds nothing of the string, since any part of a malformed one may be the password
 */
export function parseUrl(url: string): ConnectionUrl {
  const scheme = /^postgres(?:ql)?:\/\//.exec(url)
  if (scheme === null) throw malformed('it does not begin with postgres:// or postgresql://')
  const rest = url.slice(scheme[0].length)
  if (rest.includes('#')) throw malformed('it holds a #, which inside a password is written %23')
  const [beforeQuery, query] = splitAt(rest, '?')
  const [authority, path] = splitAt(beforeQuery, '/')
  // An @ after the first / or ? means that the password held one of these as it is.
  if (path.includes('@') || query.includes('@'))
    throw malformed('it holds an @ after a / or ?; inside a password these are written %40 %2F %3F')
  const [login, address] = authority.includes('@') ? splitAt(authority, '@', true) : (['', authority] as const)
  const [user, password] = splitAt(login, ':')
  const { host, port } = parseAddress(address)
  const parameters = Object.fromEntries(new URLSearchParams(query))
  const { env } = process
  const name = decode(user) || parameters['user'] || env['PGUSER'] || userInfo().username
  return {
    user: name,
    password: decode(password) || parameters['password'] || env['PGPASSWORD'] || '',
    host: decode(host) || parameters['host'] || env['PGHOST'] || 'localhost',
    port: toPort(port || parameters['port'] || env['PGPORT'] || '5432'),
    database: decode(path) || parameters['dbname'] || env['PGDATABASE'] || name,
    parameters,
  }
}

function parseAddress(address: string): { host: string; port: string } {
  if (address.includes(',')) throw malformed('it names several hosts; name the one to write to')
  const match = /^(\[[^\]]*\]|[^:[\]]*)(?::(\d*))?$/.exec(address)
  if (match === null) throw malformed('what follows the host is not a port number')
  return { host: (match[1] ?? '').replace(/^\[|\]$/g, ''), port: match[2] ?? '' }
}

function toPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw malformed('its port is not a number from 1 to 65535')
  return port
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw malformed('it holds a % that begins no percent-encoding; a % itself is written %25')
  }
}

function splitAt(text: string, separator: string, last = false): readonly [string, string] {
  const index = last ? text.lastIndexOf(separator) : text.indexOf(separator)
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)]
}

function malformed(why: string): TidemarkError {
  return new TidemarkError({
    code: 'TM010',
    what: 'the connection string cannot be read',
    why,
    fix: 'write it as postgres://user:password@host:5432/database, with @ : / # ? % in a password percent-encoded',
  })
}

/** The same connection string with another database. */
export function withDatabase(url: string, database: string): string {
  parseUrl(url)
  const [beforeQuery, query] = splitAt(url, '?')
  const authority = /^\w+:\/\/[^/]*/.exec(beforeQuery)?.[0] ?? ''
  return `${authority}/${encodeURIComponent(database)}${query === '' ? '' : `?${query}`}`
}

/** The same connection string for another role. */
export function withLogin(url: string, user: string, password: string): string {
  const { host, port, database } = parseUrl(url)
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`
  return `postgres://${login}@${host}:${port}/${encodeURIComponent(database)}`
}

/** A connection string that can be shown: never its password. A malformed one is not shown at all. */
export function redactUrl(url: string): string {
  try {
    return `postgres://${databaseName(url)}`
  } catch {
    return 'postgres://…'
  }
}

/**
 * What people call a database: `app@localhost:5432/shop`.
 *
 * @throws TidemarkError TM010 when the connection string is malformed
 */
export function databaseName(url: string): string {
  const { user, database } = parseUrl(url)
  return `${user}@${serverName(url)}/${database}`
}

/** Host and port, or the socket folder, of a connection string. */
export function serverName(url: string): string {
  const { host, port } = parseUrl(url)
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** A text with the login part of every connection string in it replaced. */
export function stripUrlPasswords(text: string): string {
  return text.replace(/\b(postgres(?:ql)?:\/\/)[^\s'",)]*/g, (url, scheme: string) => {
    const at = url.lastIndexOf('@')
    return at < 0 && !url.includes('password=') ? url : `${scheme}…`
  })
}
