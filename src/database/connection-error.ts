import { TidemarkError, type DiagnosticInput } from '../errors/error.js'
import { quoteIdentifier } from '../sql/identifier.js'
import type { ConnectionUrl } from './url.js'

interface ConnectionFailure {
  readonly code?: string
  readonly message?: string
  readonly detail?: string
  readonly hint?: string
  readonly errors?: readonly ConnectionFailure[]
}

/** What went wrong while connecting, as an error that a person can act on. */
export function connectionError(cause: unknown, target: ConnectionUrl): TidemarkError {
  const failure = cause as ConnectionFailure
  // Where a name has several addresses, node gives one error for each of them.
  const code = failure.code ?? failure.errors?.[0]?.code ?? ''
  const described = describe(code, failure.message || failure.errors?.[0]?.message || code, target)
  return new TidemarkError(
    { ...described, ...(failure.hint ? { why: `${described.why ?? ''} (${failure.hint})` } : {}) },
    { cause },
  )
}

function describe(code: string, message: string, target: ConnectionUrl): DiagnosticInput {
  const { host, port, user, database, parameters } = target
  const server = `${host.includes(':') ? `[${host}]` : host}:${port}`
  switch (code) {
    case 'ECONNREFUSED':
      return {
        ...unreachable(server),
        why: 'the connection is refused: nothing listens there',
        fix: ['start the server, or correct host and port in --url or DATABASE_URL'],
      }
    case 'ENOENT':
      return {
        ...unreachable(server),
        why: `there is no socket ${host}/.s.PGSQL.${port}`,
        fix: 'start the server, or correct the socket folder and port in --url or DATABASE_URL',
      }
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        ...unreachable(server),
        why: `the name ${host} does not resolve`,
        fix: 'correct the host in --url or DATABASE_URL, or check the network',
      }
    case 'CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return {
        ...unreachable(server),
        why: code.endsWith('UNREACH') ? 'there is no network route to it' : 'it did not answer in time',
        fix: 'check that the server runs and that no firewall is in between; connect_timeout in the URL sets the seconds to wait',
      }
    case '28P01':
      return {
        code: 'TM012',
        what: `the server ${server} refuses the login of ${user}`,
        why:
          target.password === ''
            ? 'it asks for a password, and none is given'
            : 'the password is wrong, or the role does not exist',
        fix: 'correct user and password in --url or DATABASE_URL; @ : / # ? % in a password are percent-encoded',
      }
    case 'SASL_SIGNATURE_MISMATCH':
    case '28000':
      return {
        code: 'TM012',
        what: `the server ${server} refuses the login of ${user}`,
        why: message,
        fix: 'correct the user in --url or DATABASE_URL, or let the role in: LOGIN on the role, and a line in pg_hba.conf',
      }
    case '3D000':
      return {
        code: 'TM013',
        what: `the server ${server} has no database ${database}`,
        fix: [
          `create it: CREATE DATABASE ${quoteIdentifier(database)}`,
          'or correct the name in --url or DATABASE_URL',
        ],
      }
    case '42501':
      return {
        code: 'TM012',
        what: `the server ${server} refuses the login of ${user}`,
        why: message,
        fix: `grant it: GRANT CONNECT ON DATABASE ${quoteIdentifier(database)} TO ${quoteIdentifier(user)}`,
      }
    case '53300':
      return {
        code: 'TM015',
        what: `the server ${server} has no connection left`,
        why: message,
        fix: 'wait for others to disconnect, or raise max_connections (of the server, the database or the role)',
      }
    case '57P03':
      return {
        code: 'TM018',
        what: `the server ${server} is not ready`,
        why: message,
        fix: 'wait a moment and run the command again',
      }
    case 'CONNECTION_CLOSED':
    case 'ECONNRESET':
    case 'EPIPE':
      if (/^(?:require|verify)/.test(parameters['sslmode'] ?? '')) {
        return tlsFailure(server, `the server has no TLS, and sslmode=${parameters['sslmode']} asks for it`)
      }
      return {
        ...unreachable(server),
        why: 'something answered and then closed the connection: it may not be PostgreSQL, or it asks for TLS',
        fix: 'check host and port, or add ?sslmode=require to the URL',
      }
    case '42704':
    case '22023':
      return {
        code: 'TM010',
        what: `the server ${server} refuses a parameter of the connection string`,
        why: message,
        fix: 'remove it from the URL',
      }
  }
  if (isTls(code, message)) return tlsFailure(server, message)
  return { ...unreachable(server), why: message, fix: 'check --url or DATABASE_URL' }
}

const unreachable = (server: string): DiagnosticInput => ({
  code: 'TM011',
  what: `the server ${server} cannot be reached`,
})

const isTls = (code: string, message: string): boolean =>
  /CERT|SSL|TLS|SELF_SIGNED|VERIFY|ISSUER|ALTNAME/i.test(`${code} ${message}`)

function tlsFailure(server: string, message: string): DiagnosticInput {
  return {
    code: 'TM016',
    what: `no encrypted connection to the server ${server}`,
    why: message,
    fix: [
      'trust its certificate: add ?sslrootcert=FILE to the URL',
      'or say how much to check with ?sslmode=disable, prefer, require, verify-ca or verify-full',
    ],
  }
}
