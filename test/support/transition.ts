import type postgres from 'postgres'
import { onTestFinished } from 'vitest'
import { readCatalog } from '../../src/catalog/read.js'
import { rereading } from '../../src/catalog/view.js'
import { compact } from '../../src/catalog/json.js'
import type { CatalogObject, Snapshot } from '../../src/catalog/snapshot.js'
import type { Database, Server } from '../../src/database/database.js'
import type { Live } from '../../src/desired/agreed.js'
import { birthOf, buildDesired } from '../../src/desired/build.js'
import type { Declared } from '../../src/desired/declared.js'
import type { Change } from '../../src/diff/change.js'
import { diff, differing } from '../../src/diff/diff.js'
import { kinds } from '../../src/kinds/index.js'
import { plan, type PlannedStep } from '../../src/plan/plan.js'
import { Side } from '../../src/plan/side.js'
import { quoteLiteral } from '../../src/sql/identifier.js'
import type { Sql } from '../../src/sql/sql.js'
import { createDatabase, rolePrefix, type TestDatabase } from './database.js'

/** A database that goes from one state to another and back. */
export interface Subject extends Database {
  readonly url: string
  /** How the names of the roles begin that it sees: roles belong to the whole server, which other tests use as well. */
  readonly rolePrefix: string
}

let server: Server | undefined

/** A database of a test's own that holds what `setup` makes. */
export async function createSubject(setup = '', prefix = rolePrefix): Promise<Subject> {
  const database = await createDatabase(setup)
  return { ...(await described(database)), url: database.url, rolePrefix: prefix }
}

async function described({ sql, name, drop }: TestDatabase): Promise<Database> {
  if (server === undefined) {
    const [row] = await sql`SELECT current_setting('server_version_num')::int AS version`
    const version = row!['version'] as number
    server = { version, major: Math.floor(version / 10_000) }
  }
  return rereading({ sql, server, user: 'postgres', name, direct: true, close: drop })
}

/** What a database holds, with its dependencies. */
export async function readSide(subject: Subject): Promise<Side> {
  return await readCatalog(subject, kinds, async (reading) => {
    const dependencies = await reading.dependencies()
    return new Side(visible(reading.snapshot, subject), dependencies, kinds)
  })
}

/** What a transaction in a scratch database holds. */
export const sideIn = (database: Database, { url, rolePrefix }: Subject): Promise<Side> =>
  readSide({ ...database, url, rolePrefix })

/** What statements make of an empty database, in a transaction that is rolled back. */
export async function sideOfSql(statements: readonly string[], scratch: Subject): Promise<Side> {
  return await rolledBack(scratch, async (tx) => {
    await tx.unsafe(statements.join(';\n')).simple()
    return await sideIn(within(tx, scratch), scratch)
  })
}

/** One statement that runs others, without those that PostgreSQL refuses: hundreds of them in one round trip. */
export function asFarAsTaken(statements: readonly string[]): string {
  const attempts = statements.map(
    (text) => `BEGIN EXECUTE ${quoteLiteral(text)}; EXCEPTION WHEN OTHERS THEN NULL; END;`,
  )
  return `DO ${quoteLiteral(['BEGIN', ...attempts, 'END'].join('\n'))}`
}

/**
 * What declarations mean. They are built in `scratch` within a transaction that is rolled back, so that one empty database
 * serves all tests of a file: making one for each would take most of their time. What is known from `live` is not built.
 */
export async function buildSide(declared: Declared, scratch: Subject, live?: Side): Promise<Side> {
  return await rolledBack(scratch, async (tx) => {
    await tx`SET LOCAL check_function_bodies = off`
    const known = live && liveOf(live)
    const birth = await (births.get(scratch.url) ?? born(scratch))
    const { snapshot, dependencies } = await buildDesired(declared, within(tx, scratch), kinds, undefined, known, birth)
    return new Side(visible(snapshot, scratch), dependencies, kinds)
  })
}

/** What each scratch database holds before anything is built in it. */
const births = new Map<string, Promise<Snapshot>>()

function born(scratch: Subject): Promise<Snapshot> {
  const birth = birthOf(scratch, kinds)
  births.set(scratch.url, birth)
  return birth
}

/** Runs something on an empty database: in a transaction that is rolled back. */
export async function inEmpty<T>(scratch: Subject, use: (database: Database) => Promise<T>): Promise<T> {
  return await rolledBack(scratch, (tx) => use(within(tx, scratch)))
}

async function rolledBack<T>({ sql }: Subject, use: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined
  const done = new Error('rolled back')
  await sql
    .begin(async (tx) => {
      result = { value: await use(tx) }
      throw done
    })
    .catch((error: unknown) => {
      if (error !== done) throw error
    })
  return result!.value
}

function liveOf(side: Side): Live {
  const { snapshot } = side
  const dependencies = new Map([...snapshot.objects.keys()].map((id) => [id, side.dependencies(id)]))
  return { snapshot, dependencies: () => Promise.resolve(dependencies) }
}

/** A transaction that looks like a database: what fails in it, and what a reading sets, is rolled back by itself. */
function within(tx: postgres.TransactionSql, database: Database): Database {
  const unsafe = (text: string): unknown =>
    Object.assign(tx.unsafe(text), { simple: () => tx.savepoint((point) => point.unsafe(text).simple()) })
  const begin = async (_mode: string, use: (tx: postgres.TransactionSql) => Promise<unknown>): Promise<unknown> => {
    await tx`SAVEPOINT reading`
    try {
      return await use(tx)
    } finally {
      await tx`ROLLBACK TO SAVEPOINT reading`
    }
  }
  return { ...database, sql: { unsafe, begin } as unknown as postgres.Sql }
}

/** The steps from one side to the other; `roles` are those that the history made. */
export function planBetween(
  current: Side,
  desired: Side,
  roles: readonly string[] = [],
): { changes: Change[]; steps: PlannedStep[] } {
  const changes = diff(current.snapshot, desired.snapshot, kinds, scopeOf(current.snapshot, desired.snapshot, roles))
  return { changes, steps: plan(changes, current, desired, kinds) }
}

/** Runs steps forward or back, as the runner does: together in transactions, except those that stand alone. */
export async function apply(subject: Database, steps: readonly PlannedStep[], heading: 'up' | 'down'): Promise<void> {
  const ordered = heading === 'up' ? steps : steps.toReversed()
  let together: string[] = []
  const flush = async (): Promise<void> => {
    const text = ['SET LOCAL check_function_bodies = off', ...together].join(';\n')
    if (together.length > 0) await subject.sql.begin((tx) => tx.unsafe(text).simple())
    together = []
  }
  for (const step of ordered) {
    const texts = step[heading].map(executable)
    if (step.mode === 'transaction') together.push(...texts)
    else if (step.mode === 'brief') {
      await flush()
      together.push(...texts)
      await flush()
    } else {
      await flush()
      for (const text of texts) await subject.sql.unsafe(text).simple()
    }
  }
  await flush()
}

const executable = (statement: Sql): string => statement.text((name) => quoteLiteral(`secret ${name}`))

/**
 * Objects by id, without the attributes that are never a difference: two databases that are the same give equal results.
 * What `desired` does not speak of and is to be left alone is left out, and what is no difference from it stands as it does there.
 */
export function comparable(snapshot: Snapshot, desired: Snapshot = snapshot): Record<string, unknown> {
  const scope = scopeOf(snapshot, desired, [])
  const entries = [...snapshot.objects.values()].flatMap((object): [string, unknown][] => {
    const kind = kinds.of(object)
    if (!desired.objects.has(object.id) && kind.leftAlone?.(object.attributes as never, scope)) return []
    const rules = kind.rules as Record<string, unknown>
    const attributes = asIn(object, desired.objects.get(object.id) ?? object)
    return [[object.id, Object.fromEntries(Object.entries(attributes).filter(([name]) => rules[name] !== 'ignore'))]]
  })
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The attributes of an object, as another has them where that is no difference. */
function asIn(object: CatalogObject, other: CatalogObject): object {
  const own = object.attributes as Record<string, unknown>
  const different = differing(object, other, kinds).map((name) => [name, own[name]] as const)
  return compact({ ...other.attributes, ...Object.fromEntries(different) })
}

export const scopeOf = (current: Snapshot, desired: Snapshot, roles: readonly string[]) => ({
  current,
  desired,
  roles: new Set(roles),
  user: 'postgres',
})

/** Without the roles of other tests, and what is said of those. */
function visible(snapshot: Snapshot, subject: Subject): Snapshot {
  const foreign = ({ kind, attributes }: CatalogObject): boolean => {
    const { name, member } = attributes as { name?: string; member?: string }
    return (kind === 'role' || kind === 'membership') && !(member ?? name ?? '').startsWith(subject.rolePrefix)
  }
  const hidden = new Set([...snapshot.objects.values()].filter(foreign).map(({ id }) => id))
  const objects = [...snapshot.objects].filter(
    ([id, { attributes }]) => !hidden.has(id) && !hidden.has((attributes as { target?: string }).target ?? ''),
  )
  return { ...snapshot, objects: new Map(objects) }
}

/** Drops the roles of a test when it has ended. */
export function dropRolesAfter(subject: Subject): void {
  onTestFinished(async () => {
    const sql = subject.sql
    const roles = await sql<
      { name: string }[]
    >`SELECT quote_ident(rolname) AS name FROM pg_roles WHERE starts_with(rolname, ${subject.rolePrefix})`
    for (const { name } of roles) await sql.unsafe(`DROP OWNED BY ${name} CASCADE; DROP ROLE ${name}`)
  })
}
