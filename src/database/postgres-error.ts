import { diagnostic, type Diagnostic, type DiagnosticInput, type Location } from '../errors/error.js'

/** The fields of an error response that we use (Manual, 54.8), as postgres.js names them. */
export interface ServerError extends Error {
  readonly code: string
  readonly detail?: string
  readonly hint?: string
  /** In characters, counted from 1. */
  readonly position?: string
  readonly internal_position?: string
  readonly internal_query?: string
  readonly where?: string
  /** Where the statement was sent from, when a function of a migration sent it. */
  readonly calledAt?: Location
}

export interface StatementContext {
  /** The statement as it was sent. */
  readonly statement?: string
  /** The revision or object that it was for. */
  readonly subject?: string
  /** Where the statement stands in a file: its first line. */
  readonly at?: Location
}

/** Whether an error came from the server, or from the connection to it. */
export function isServerError(error: unknown): error is ServerError {
  return error instanceof Error && typeof (error as { code?: unknown }).code === 'string'
}

/** An error of the server while it ran a statement, for people; the SQLSTATE is always part of it. */
export function statementDiagnostic(error: ServerError, context: StatementContext = {}): Diagnostic {
  const known = describe(error)
  const why = [error.detail, known.why, failingLine(error, context)].filter((part) => part !== undefined).join('\n')
  const fix = [error.hint, ...(typeof known.fix === 'string' ? [known.fix] : (known.fix ?? []))].filter(
    (part) => part !== undefined,
  )
  const at = locate(error, context)
  return diagnostic({
    code: known.code,
    what: lost.has(error.code) ? 'the connection to the server is lost' : `${error.message} (SQLSTATE ${error.code})`,
    ...(why === '' ? {} : { why }),
    ...(fix.length === 0 ? {} : { fix: fix.length === 1 ? fix[0]! : fix }),
    ...(context.subject === undefined ? {} : { subject: context.subject }),
    ...(at === undefined ? {} : { at }),
  })
}

// What postgres.js and node say when the other end is gone.
const lost = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
])

function describe({ code, message }: ServerError): Pick<DiagnosticInput, 'code' | 'why' | 'fix'> {
  if (lost.has(code)) {
    return {
      code: 'TM017',
      why: 'someone terminated the session, the server was stopped, or the network broke; an open transaction is rolled back',
      fix: 'run the command again; it goes on where the last one stopped',
    }
  }
  switch (code) {
    case '42501':
      if (message.includes('row-level security policy') && message.startsWith('query would be affected'))
        return {
          code: 'TM031',
          why: 'rows that a policy hides from this role would be left out, and be lost where they are copied; nothing of this was done',
          fix: [
            'log in as a role that sees all rows: one with BYPASSRLS, or the owner of a table that does not force row security on its owner',
            'or, where a statement of your own means only the rows that the role may see, say SET LOCAL row_security = on before it',
          ],
        }
      return {
        code: 'TM031',
        fix: 'log in as the owner of the object or as a role that is a member of it, or let its owner grant what is missing',
      }
    case '25006':
      return {
        code: 'TM032',
        why: /recovery/.test(message)
          ? 'the server is a standby: it only repeats what its primary writes'
          : 'the transaction is read-only, by default_transaction_read_only of the server, the database or the role',
        fix: 'connect to a server that takes writes: the primary, or a role and database without default_transaction_read_only',
      }
    case '53100':
      return {
        code: 'TM033',
        why: 'the statement was rolled back',
        fix: 'make room on the disk of the server, then run the command again',
      }
    case '55P03':
      return {
        code: 'TM034',
        why: 'another session held a lock for longer than lock_timeout; nothing of this statement was done',
        fix: 'run the command again when the other session is done; pg_blocking_pids and pg_stat_activity show who it is',
      }
    case '57014':
      return {
        code: 'TM035',
        why: /statement timeout/.test(message) ? 'it ran longer than statement_timeout' : 'someone cancelled it',
        fix: /statement timeout/.test(message) ? 'raise statement_timeout for this run' : 'run the command again',
      }
    case '23514':
      if (!message.startsWith('no partition of relation')) return { code: 'TM030' }
      return {
        code: 'TM030',
        fix: [
          'declare a partition for such rows, or a default partition, and generate the migration again',
          'or correct or delete the rows, and run the command again',
        ],
      }
    case '40P01':
      return { code: 'TM036', why: 'the transaction was rolled back', fix: 'run the command again' }
    case '57P01':
    case '57P02':
    case '57P03':
    case '57P05':
    case '25P03':
      return {
        code: 'TM017',
        why: 'the server ended the connection; a transaction that was open is rolled back',
        fix: 'run the command again; it goes on where the last one stopped',
      }
    default:
      return { code: 'TM030' }
  }
}

/** The line of the statement that `position` points to, counted from 0. */
function lineOf(error: ServerError, statement: string): number | undefined {
  if (error.position === undefined) return undefined
  // Positions count characters, JavaScript counts UTF-16 units.
  const before = [...statement].slice(0, Number(error.position) - 1)
  return before.filter((character) => character === '\n').length
}

function failingLine(error: ServerError, { statement, at }: StatementContext): string | undefined {
  if (error.internal_query !== undefined) return `inside: ${error.internal_query.trim()}`
  if (statement === undefined || at !== undefined) return error.where
  const line = lineOf(error, statement)
  const lines = statement.split('\n')
  if (line === undefined)
    return lines.length === 1 ? `statement: ${statement.trim()}` : `statement: ${statement.trim().split('\n')[0]} …`
  return lines.length === 1 ? `statement: ${statement.trim()}` : `line ${line + 1}: ${lines[line]?.trim()}`
}

function locate(error: ServerError, { statement, at }: StatementContext): Location | undefined {
  if (at === undefined || statement === undefined) return at
  const line = lineOf(error, statement) ?? 0
  const code = statement.split('\n')[line]?.trim()
  return {
    file: at.file,
    ...(at.line === undefined ? {} : { line: at.line + line }),
    ...(code === undefined ? {} : { code }),
  }
}
