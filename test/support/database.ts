import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject, onTestFinished } from 'vitest'
import { quoteIdentifier } from '../../src/sql/identifier.js'
import { withDatabase } from '../../src/database/url.js'
import { startServer, template, testedMajor } from './embedded.js'

/** A database of a test's own. */
export interface TestDatabase {
  readonly url: string
  readonly name: string
  /** A connection of the superuser to it. */
  readonly sql: postgres.Sql
  /** Done by itself when the test (or, made outside of one, the file) has ended. */
  drop(): Promise<void>
}

/** Connection string of the superuser of the shared server. */
export const serverUrl = (): string => inject('serverUrl')

/** All role names of this worker begin with it: roles belong to the whole server, which others use as well. */
export const rolePrefix = `t${randomBytes(4).toString('hex')}_`

/** A role name of this file's own; the role, where one was made, is dropped when the file has ended. */
export const roleName = (name: string): string => `${rolePrefix}${name}`

const open = (url: string, max: number): postgres.Sql => postgres(url, { max, onnotice: () => {}, fetch_types: false })

let admin: postgres.Sql | undefined
const databases = new Set<TestDatabase>()

const superuser = (): postgres.Sql => (admin ??= open(serverUrl(), 2))

// As a whole, not through the log: a third of the time on a server that does not wait for its disk. What 14 always does.
const copied = testedMajor >= 15 ? 'STRATEGY file_copy' : ''

/** Makes an empty database. */
export async function createDatabase(setup?: string): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`
  await superuser().unsafe(`CREATE DATABASE ${name} TEMPLATE ${template} ${copied}`)
  const url = withDatabase(serverUrl(), name)
  const sql = open(url, 2)
  const database: TestDatabase = {
    url,
    name,
    sql,
    async drop() {
      if (!databases.delete(database)) return
      await sql.end({ timeout: 0 })
      await superuser().unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
  databases.add(database)
  dropWithTest(database)
  if (setup !== undefined) await sql.unsafe(setup)
  return database
}

/** The database of a server of a test's own, for what looks at all roles: those of other tests come and go on the shared one. */
export async function createServer(setup = ''): Promise<TestDatabase> {
  const server = await startServer()
  const sql = open(server.url, 2)
  const drop = async (): Promise<void> => {
    await sql.end({ timeout: 0 })
    await server.stop()
  }
  onTestFinished(drop)
  await sql.unsafe(setup)
  return { url: server.url, name: 'postgres', sql, drop }
}

function dropWithTest(database: TestDatabase): void {
  try {
    onTestFinished(() => database.drop())
  } catch {
    // Made outside a test: it goes with the file.
  }
}

/** Drops what a file has left: its databases, its roles. */
export async function dropLeft(): Promise<void> {
  for (const database of databases) await database.drop()
  if (admin === undefined) return
  const roles = await admin<
    { rolname: string }[]
  >`SELECT rolname FROM pg_roles WHERE starts_with(rolname, ${rolePrefix})`
  for (const { rolname } of roles) {
    await admin.unsafe(`DROP OWNED BY ${quoteIdentifier(rolname)}; DROP ROLE ${quoteIdentifier(rolname)}`)
  }
  await admin.end({ timeout: 1 })
  admin = undefined
}
