import { userSchema } from '../catalog/scope.js'
import { isServerError } from '../database/postgres-error.js'
import { isCode } from '../revisions/data.js'
import type { Step } from '../revisions/migration.js'
import { statements } from '../revisions/statements.js'
import { runCode } from '../runner/code.js'
import type { Leg } from '../runner/route.js'
import type { ToText } from '../runner/secrets.js'
import { isOutside } from '../runner/segments.js'
import { StatementError, type Session } from '../runner/session.js'
import { quoteLiteral } from '../sql/identifier.js'
import type { Sql } from '../sql/sql.js'
import { seedStatement, type Seeding } from './seed.js'

/** What became of rows when a step went up and down again. */
export interface Followed {
  /** What each step loses on its way back; a step that loses nothing has an empty list. */
  readonly lost: readonly (readonly string[])[]
  /** Why there were no rows to follow. */
  readonly unknown?: string
}

/** From what tells most to what every migration takes: a value in each column, and rows without what may be missing. */
const seedings: readonly Seeding[] = [
  { full: 3, sparse: 1 },
  { full: 3, sparse: 0 },
  { full: 1, sparse: 0 },
]

/**
 * Gives the tables rows and runs each step up, down and up again, within a transaction that is rolled back. Statements that
 * PostgreSQL refuses in a transaction run in their plain form there, which does the same to rows.
 */
export async function followRows(leg: Leg, session: Session, toText: ToText): Promise<Followed> {
  let reason = ''
  for (const seeding of seedings) {
    try {
      return { lost: await followed(leg, seeding, session, toText) }
    } catch (error) {
      if (!(error instanceof StatementError) && !isServerError(error)) throw error
      if (session.isLost()) throw error
      reason = error.message
    } finally {
      await session.rollback('RESET ALL', 'RESET ROLE')
    }
  }
  return { lost: leg.steps!.map(() => []), unknown: reason }
}

async function followed(leg: Leg, seeding: Seeding, session: Session, toText: ToText): Promise<readonly string[][]> {
  await session.send(['BEGIN; SET LOCAL check_function_bodies = off'])
  await session.send([await seedStatement(session.query, seeding)])
  const lost: string[][] = []
  let before = await readRows(session)
  for (const [index, step] of leg.steps!.entries()) {
    const run = (heading: 'up' | 'down'): Promise<void> =>
      runStep(step, heading, { ...leg, heading }, index, session, toText)
    if (step.down.length > 0) {
      await session.send(['SAVEPOINT step'])
      await run('up')
      await run('down')
      lost.push(lossOf(before, await readRows(session)))
      await session.send(['ROLLBACK TO SAVEPOINT step'])
    } else lost.push([])
    await run('up')
    before = await readRows(session)
  }
  return lost
}

async function runStep(
  step: Step,
  heading: 'up' | 'down',
  leg: Leg,
  index: number,
  session: Session,
  toText: ToText,
): Promise<void> {
  for (const statement of step[heading]) {
    if (isCode(statement)) await runCode(statement, { leg, step: index, index: 0 }, session, toText)
    else {
      const text = toText(statement)
      const plain = isOutside(statement) ? inTransaction(statement, text) : text
      if (plain !== undefined) await session.send([plain])
    }
  }
  // A deferred check must not wait in the way of the next ALTER TABLE.
  await session.send(['SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED'])
}

/** The plain form of a statement that cannot run in a transaction; `undefined` where it changes no rows anyway. */
function inTransaction(statement: Sql, text: string): string | undefined {
  const touches = statements(statement.text()).some(({ shape }) => /^(create|drop|alter table|call)\b/.test(shape))
  return touches ? text.replace(/\bconcurrently\b/gi, '') : undefined
}

/** Rows as JSON texts, by table. */
type Rows = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>

async function readRows(session: Session): Promise<Rows> {
  const tables = await session.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND ${userSchema('n')} ORDER BY 1`,
  )
  if (tables.length === 0) return new Map()
  const queries = tables.map(
    ({ name }) =>
      `SELECT ${quoteLiteral(name)} AS name, coalesce(jsonb_agg(to_jsonb(t.*)), '[]') AS rows FROM ${name} t`,
  )
  const found = await session.query<{ name: string; rows: Record<string, unknown>[] }>(queries.join(' UNION ALL '))
  return new Map(found.map(({ name, rows }) => [name, rows]))
}

/** What there was before and is not there any more, or is not what it was. */
function lossOf(before: Rows, after: Rows): string[] {
  return [...before].flatMap(([table, rows]) => {
    const now = after.get(table)
    if (rows.length === 0 || now === undefined) return []
    if (now.length !== rows.length) return [`rows of ${table}`]
    const columns = Object.keys(rows[0]!).sort()
    const lost = columns.filter((name) => valuesOf(rows, name) !== valuesOf(now, name))
    if (lost.length > 0) return lost.map((name) => `values of ${table}.${name}`)
    return texts(rows, columns) === texts(now, columns) ? [] : [`which values of ${table} belong together`]
  })
}

const sorted = (values: readonly unknown[]): string =>
  JSON.stringify(values.map((value) => JSON.stringify(value)).sort())
const valuesOf = (rows: readonly Readonly<Record<string, unknown>>[], name: string): string =>
  sorted(rows.map((row) => row[name]))
const texts = (rows: readonly Readonly<Record<string, unknown>>[], columns: readonly string[]): string =>
  sorted(rows.map((row) => columns.map((name) => row[name])))
