import { locateError, locatePosition, type Position } from '../config/source-position.js'
import { TidemarkError, type Location } from '../errors/error.js'
import { explainRefusal } from './refusals.js'
import type { Parent } from './declaration.js'

/** A column is used that its table does not declare. */
export function undeclaredColumn(table: Parent, column: string, columns: readonly string[]): TidemarkError {
  return new TidemarkError({
    code: 'TM102',
    subject: `${table.schema}.${table.name}`,
    what: `the table ${table.schema}.${table.name} has no column ${column}`,
    why: `its columns are ${columns.join(', ')}`,
    fix: 'declare the column, or correct its name',
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

/** PostgreSQL refuses to build what is declared. */
export function buildFailed(
  id: string,
  statement: string,
  cause: unknown,
  origin: Position | undefined,
): TidemarkError {
  const { message, detail, hint, code } = cause as { message: string; detail?: string; hint?: string; code?: string }
  const known = explainRefusal(code, message, statement)
  const shown = `in: ${statement.split('\n').slice(0, 12).join('\n')}`
  return new TidemarkError(
    {
      code: known?.code ?? 'TM110',
      subject: id,
      what: `PostgreSQL refuses the declaration: ${message}`,
      why: [known?.why ?? detail, shown].filter(Boolean).join('\n'),
      fix: known?.fix ?? hint ?? 'correct the declaration',
      ...place(origin),
    },
    { cause },
  )
}
