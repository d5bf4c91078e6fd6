import { isServerError } from '../database/postgres-error.js'
import { locateError } from '../config/source-position.js'
import { TidemarkError } from '../errors/error.js'
import type { Code, Data } from '../revisions/data.js'
import { controlsTransaction } from '../revisions/statements.js'
import type { Sql } from '../sql/sql.js'
import type { Leg } from './route.js'
import type { ToText } from './secrets.js'
import { StatementError, type Session } from './session.js'

/** Where a function stands in its migration. */
export interface CodePlace {
  readonly leg: Pick<Leg, 'revision' | 'message' | 'heading' | 'file'>
  /** Of its step, counted from 0. */
  readonly step: number
  /** Among the statements that are sent together. */
  readonly index: number
}

/**
 * Runs a function of a migration in the transaction that the session is in.
 * @throws StatementError when the server refuses what it asks; TidemarkError TM341 when it throws anything else.
 */
export async function runCode({ run }: Code, place: CodePlace, session: Session, toText: ToText): Promise<void> {
  const refused: StatementError[] = []
  let open = true
  const db: Data = {
    async query<Row extends object>(statement: Sql) {
      if (!open) throw new Error('db.query was called after the function of the step had ended: await every query')
      const calledAt = locateError(new Error('here'))
      const text = toText(asSql(statement))
      if (controlsTransaction(text)) throw new Error(`a function of a step is inside a transaction already: ${text}`)
      try {
        return await session.query<Row>(text)
      } catch (error) {
        if (!isServerError(error)) throw error
        const reason = Object.assign(error, {
          internal_query: error.internal_query ?? statement.text(),
          ...(calledAt === undefined ? {} : { calledAt }),
        })
        refused.push(new StatementError(place.index, reason))
        throw error
      }
    },
  }
  try {
    await run(db)
  } catch (error) {
    throw refused[0] ?? thrown(place, error)
  } finally {
    open = false
  }
  // A transaction in which a statement failed cannot be committed, whatever the function made of it.
  if (refused[0] !== undefined) throw refused[0]
}

function asSql(statement: unknown): Sql {
  if (Array.isArray((statement as Sql | null)?.parts)) return statement as Sql
  throw new TypeError('db.query takes sql`…`, which quotes the values that are put into it')
}

function thrown({ leg, step }: CodePlace, error: unknown): TidemarkError {
  const at = locateError(error) ?? (leg.file === undefined ? undefined : { file: leg.file })
  return new TidemarkError(
    {
      code: 'TM341',
      subject: `${leg.revision} ${leg.message}`,
      what: `the function in step ${step + 1} of migration ${leg.revision} failed; its transaction was rolled back`,
      why: error instanceof Error ? `${error.name}: ${error.message}` : `it threw ${String(error)}`,
      fix: 'correct the function, then run the command again',
      ...(at === undefined ? {} : { at }),
    },
    { cause: error },
  )
}
