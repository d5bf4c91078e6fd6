import postgres from 'postgres'
import { expect, test } from 'vitest'
import { statementDiagnostic, type ServerError, type StatementContext } from '../../src/database/postgres-error.js'
import { createDatabase, roleName } from '../support/database.js'
import { messageOf } from '../support/message.js'

/** The message for a statement that fails. */
async function failure(
  sql: postgres.Sql,
  statement: string,
  context: Omit<StatementContext, 'statement'> = {},
): Promise<string> {
  const error = await sql
    .unsafe(statement)
    .simple()
    .then(
      () => undefined,
      (reason: unknown) => reason as ServerError,
    )
  if (error === undefined) throw new Error(`no error from ${statement}`)
  return messageOf(statementDiagnostic(error, { statement, ...context }))
}

test('the failing line of a statement of several lines', async () => {
  const { sql } = await createDatabase()
  expect(await failure(sql, "CREATE TABLE a (\n  id integer,\n  note text DEFAULT 'ä€😀' || nothing\n)")).toBe(`\
error TM030 statement-failed
  what: cannot use column reference in DEFAULT expression (SQLSTATE 0A000)
  why:  line 3: note text DEFAULT 'ä€😀' || nothing`)
})

test('the place in the file, when the file of the statement is known', async () => {
  const { sql } = await createDatabase()
  const at = { file: '/project/migrations/1.ts', line: 10 }
  expect(await failure(sql, 'SELECT 1,\n  now(1)', { at, subject: '3f9c2a1b7d04' })).toBe(`\
error TM030 statement-failed  3f9c2a1b7d04
  what: function now(integer) does not exist (SQLSTATE 42883)
  fix:  No function matches the given name and argument types. You might need to add explicit type casts.
  at:   /project/migrations/1.ts:11
        now(1)`)
})

test('detail and hint of the server', async () => {
  const { sql } = await createDatabase('CREATE TABLE a (id integer); INSERT INTO a VALUES (1), (1)')
  expect(await failure(sql, 'CREATE UNIQUE INDEX a_id ON a (id)')).toBe(`\
error TM030 statement-failed
  what: could not create unique index "a_id" (SQLSTATE 23505)
  why:  Key (id)=(1) is duplicated.
        statement: CREATE UNIQUE INDEX a_id ON a (id)`)
})

test('a missing privilege', async () => {
  const { sql } = await createDatabase('CREATE TABLE a (id integer)')
  const role = roleName('reader')
  await sql.unsafe(`CREATE ROLE ${role}`)
  expect(await failure(sql, `SET ROLE ${role}; DROP TABLE a`)).toBe(`\
error TM031 missing-privilege
  what: must be owner of table a (SQLSTATE 42501)
  why:  statement: SET ROLE ${role}; DROP TABLE a
  fix:  log in as the owner of the object or as a role that is a member of it, or let its owner grant what is missing`)
})

test('a read-only database', async () => {
  const { sql } = await createDatabase()
  expect(await failure(sql, 'SET default_transaction_read_only = on; COMMIT; CREATE TABLE a ()')).toBe(`\
error TM032 read-only
  what: cannot execute CREATE TABLE in a read-only transaction (SQLSTATE 25006)
  why:  the transaction is read-only, by default_transaction_read_only of the server, the database or the role
        statement: SET default_transaction_read_only = on; COMMIT; CREATE TABLE a ()
  fix:  connect to a server that takes writes: the primary, or a role and database without default_transaction_read_only`)
})

test('a lock that another session holds', async () => {
  const { sql, url } = await createDatabase('CREATE TABLE a (id integer)')
  const other = postgres(url, { max: 1 })
  await other.begin(async (transaction) => {
    await transaction`SELECT * FROM a`
    expect(await failure(sql, "SET lock_timeout = '20ms'; DROP TABLE a")).toBe(`\
error TM034 lock-timeout
  what: canceling statement due to lock timeout (SQLSTATE 55P03)
  why:  another session held a lock for longer than lock_timeout; nothing of this statement was done
        statement: SET lock_timeout = '20ms'; DROP TABLE a
  fix:  run the command again when the other session is done; pg_blocking_pids and pg_stat_activity show who it is`)
  })
  await other.end()
})

test('a statement that takes too long', async () => {
  const { sql } = await createDatabase()
  expect(await failure(sql, "SET statement_timeout = '20ms'; SELECT pg_sleep(5)")).toBe(`\
error TM035 statement-cancelled
  what: canceling statement due to statement timeout (SQLSTATE 57014)
  why:  it ran longer than statement_timeout
        statement: SET statement_timeout = '20ms'; SELECT pg_sleep(5)
  fix:  raise statement_timeout for this run`)
})

test('a session that is terminated', async () => {
  const { sql } = await createDatabase()
  expect(await failure(sql, 'SELECT pg_terminate_backend(pg_backend_pid())')).toBe(`\
error TM017 connection-lost
  what: the connection to the server is lost
  why:  someone terminated the session, the server was stopped, or the network broke; an open transaction is rolled back
        statement: SELECT pg_terminate_backend(pg_backend_pid())
  fix:  run the command again; it goes on where the last one stopped`)
})

test.each([
  [
    '53100',
    'could not extend file',
    'TM033 disk-full',
    'make room on the disk of the server, then run the command again',
  ],
  ['40P01', 'deadlock detected', 'TM036 deadlock', 'run the command again'],
])('SQLSTATE %s', async (code, text, head, fix) => {
  const { sql } = await createDatabase()
  const statement = `DO $$ BEGIN RAISE SQLSTATE '${code}' USING MESSAGE = '${text}'; END $$`
  const message = await failure(sql, statement)
  expect(message).toContain(`error ${head}\n  what: ${text} (SQLSTATE ${code})\n`)
  expect(message).toContain(`  fix:  ${fix}`)
})
