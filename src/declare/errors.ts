import { locateError, locatePosition, type Position } from '../config/source-position.js'
import { statementDiagnostic, type ServerError } from '../database/postgres-error.js'
import { TidemarkError, type DiagnosticInput, type Location } from '../errors/error.js'
import { nearest } from '../errors/nearest.js'
import { explainRefusal } from './refusals.js'
import type { Parent } from './declaration.js'

/** A column is used that its table does not declare. */
export function undeclaredColumn(table: Parent, column: string, columns: readonly string[]): TidemarkError {
  const near = nearest(column, columns, (name) => name)
  return new TidemarkError({
    code: 'TM102',
    subject: `${table.schema}.${table.name}`,
    what: `the table ${table.schema}.${table.name} has no column ${column}`,
    why: `its columns are ${columns.join(', ')}`,
    fix:
      column === 'with'
        ? 'a table takes grants, comments and other parts in its third argument: (t) => ({ parts: [comment(…)] })'
        : near.length > 0
          ? near.map((name) => `did you mean ${name}?`)
          : 'declare the column, or correct its name',
  })
}

/** Two declarations of one object. */
export function duplicateDeclaration(
  id: string,
  first: Position | undefined,
  second: Position | undefined,
): TidemarkError {
  const other = place(first).at
  return new TidemarkError({
    code: 'TM101',
    subject: id,
    what: `${id} is declared twice`,
    ...(other === undefined ? {} : { why: `it is first declared at ${other.file}:${other.line ?? 1}` }),
    fix: 'remove one of the declarations',
    ...place(second),
  })
}

/** Runs part of a declaration; an error without a place of its own is given that of the declaration. */
export function located<T>(origin: Position | undefined, run: () => T): T {
  try {
    return run()
  } catch (cause) {
    const at = cause instanceof TidemarkError ? place(cause) : place(cause instanceof Error ? cause : origin)
    const fallback = 'at' in at ? at : place(origin)
    if (cause instanceof TidemarkError)
      throw new TidemarkError(
        cause.diagnostics.map((item) => ({ ...fallback, ...item })),
        { exitCode: cause.exitCode, cause },
      )
    const what = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
    throw new TidemarkError(
      { code: 'TM005', what, why: 'a declaration throws this', fix: 'correct the file', ...fallback },
      { cause },
    )
  }
}

/** The place of a declaration or of what it throws, as the `at` of a diagnostic. */
export function place(origin: Position | Error | undefined): { at?: Location } {
  const at = origin === undefined || origin instanceof Error ? locateError(origin) : locatePosition(origin)
  return at === undefined ? {} : { at }
}

/** A statement that PostgreSQL refuses while it builds what is declared. */
export interface FailedStatement {
  /** The declared object that it creates. */
  readonly id: string
  readonly text: string
  readonly cause: unknown
  readonly origin: Position | undefined
}

/**
 * PostgreSQL refuses to build what is declared. What only misses something else is not told where that may be what
 * failed.
 */
export function buildFailed(failed: readonly FailedStatement[]): TidemarkError {
  const roots = failed.filter(({ cause }) => !isMissing(cause))
  const told = roots.length > 0 ? roots : failed
  return new TidemarkError(told.slice(0, atMost).map(refused), { cause: told[0]?.cause })
}

const atMost = 10

/** Undefined: a schema, a table, a column, a type, a role, a function, an object. */
const isMissing = (cause: unknown): boolean => /^(?:3F000|42P01|42703|42704|42883)$/.test((cause as ServerError).code)

function refused({ id, text, cause, origin }: FailedStatement): DiagnosticInput {
  const error = cause as ServerError
  const known = explainRefusal(error, text)
  const general = statementDiagnostic(error, { subject: id, ...place(origin) })
  // Nothing that the declaration could do about: the disk is full, the connection is lost.
  if (known === undefined && general.code !== 'TM030') return general
  const { position, message, detail, hint } = error
  return {
    code: known?.code ?? 'TM110',
    subject: id,
    what: `PostgreSQL refuses the declaration: ${message}`,
    why: [known?.why ?? detail, `in: ${excerpt(text, position)}`].filter(Boolean).join('\n'),
    fix: known?.fix ?? hint ?? 'correct the declaration',
    ...place(origin),
  }
}

/** A dozen lines of a statement, with a mark under the place that an error points to (in characters, from 1). */
function excerpt(text: string, position: string | undefined): string {
  const lines = text.split('\n')
  const before = [...text]
    .slice(0, Number(position ?? 1) - 1)
    .join('')
    .split('\n')
  const line = before.length - 1
  const from = Math.max(0, Math.min(line - 8, lines.length - 12))
  const shown = lines.slice(from, from + 12)
  if (position !== undefined) shown.splice(line - from + 1, 0, `${before.at(-1)!.replace(/[^\t]/g, ' ')}^`)
  return [...(from > 0 ? ['…'] : []), ...shown, ...(from + 12 < lines.length ? ['…'] : [])].join('\n')
}
