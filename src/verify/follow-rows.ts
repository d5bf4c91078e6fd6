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
import { quoteIdentifier, quoteLiteral } from '../sql/identifier.js'
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
  const start = await readContents(session)
  let before = start
  for (const [index, step] of leg.steps!.entries()) {
    const run = (heading: 'up' | 'down'): Promise<void> =>
      runStep(step, heading, { ...leg, heading }, index, session, toText)
    if (step.down.length > 0) {
      await session.send(['SAVEPOINT step'])
      await run('up')
      await run('down')
      lost.push(lossOf(before, await readContents(session), start))
      await session.send(['ROLLBACK TO SAVEPOINT step'])
    } else lost.push([])
    await run('up')
    before = await readContents(session)
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

/** What a table holds, in sums of hashes: they do not depend on the order of rows, and are small whatever the table. */
interface Content {
  readonly count: number
  /** By column. */
  readonly values: Readonly<Record<string, string>>
  /** Of whole rows. */
  readonly rows: string
}

const hashOf = (value: string): string => `sum(hashtextextended(coalesce(${value}, ''), 0)::numeric)::text`

async function readContents(session: Session): Promise<Contents> {
  const tables = await session.query<{ name: string; columns: readonly string[] | null }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name, (SELECT json_agg(a.attname ORDER BY a.attname)
       FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND ${userSchema('n')} ORDER BY 1`,
  )
  if (tables.length === 0) return new Map()
  const queries = tables.map(({ name, columns }) => {
    const texts = (columns ?? []).map((column) => `to_jsonb(content.${quoteIdentifier(column)})::text`)
    const values = texts.map((text, index) => `${quoteLiteral(columns![index]!)}, ${hashOf(text)}`)
    // A function takes no more than a hundred arguments.
    const objects = chunks(values, 50).map((list) => `jsonb_build_object(${list.join(', ')})`)
    const row = `jsonb_build_array(${texts.slice(0, 100).join(', ')})::text`
    return `SELECT ${quoteLiteral(name)} AS name, count(*)::int AS count, ${objects.join(' || ') || "'{}'::jsonb"} AS values,
      ${hashOf(row)} AS rows FROM ${name} AS content`
  })
  const found = await session.query<Content & { name: string }>(queries.join(' UNION ALL '))
  return new Map(found.map(({ name, ...content }) => [name, content]))
}

function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  )
}

type Contents = ReadonlyMap<string, Content>

/** What is lost of what there was before the migration: what an earlier step of it made goes with that step. */
function lossOf(before: Contents, after: Contents, start: Contents): string[] {
  return [...before].flatMap(([table, content]) => {
    const now = after.get(table)
    const first = start.get(table)
    if (content.count === 0 || now === undefined || first === undefined) return []
    if (now.count !== content.count) return [`rows of ${table}`]
    const names = Object.keys(content.values)
      .filter((name) => name in first.values)
      .sort()
    const lost = names.filter((name) => content.values[name] !== now.values[name])
    if (lost.length > 0) return lost.map((name) => `values of ${table}.${name}`)
    const sameColumns = [content, now].every(({ values }) => Object.keys(values).length === names.length)
    return sameColumns && content.rows !== now.rows ? [`which values of ${table} belong together`] : []
  })
}
