import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql as Connection } from 'postgres'
import { expect, onTestFinished, test } from 'vitest'
import type { TestDatabase } from '../support/database.js'
import {
  alone,
  createHistory,
  id,
  reserve,
  start,
  step,
  succeeded,
  table,
  tablesOf,
  type TestMigration,
} from './history.js'

const [a, b] = [id('a'), id('b')]

/** A statement that waits until the test lets it go. */
const gate = 'SELECT pg_advisory_xact_lock(1)'

async function closeGate(database: TestDatabase): Promise<() => Promise<void>> {
  const held = await reserve(database)
  await held`SELECT pg_advisory_lock(1)`
  return async () => {
    await held`SELECT pg_advisory_unlock(1)`
    held.release()
  }
}

/** Waits until a backend of a run does something that fits. */
async function untilBackend(sql: Connection, query: string): Promise<number> {
  for (let tries = 0; tries < 1000; tries++) {
    const [row] = await sql<{ pid: number }[]>`
      SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND application_name LIKE 'tidemark run %' AND state = 'active' AND query ILIKE ${query}`
    if (row !== undefined) return row.pid
    await sleep(20)
  }
  throw new Error(`no backend runs ${query}`)
}

test('a run that is killed inside a transaction leaves nothing, and the next one does not wait for its statement', async () => {
  const history = await createHistory([
    { id: a, steps: [table('users')] },
    { id: b, steps: [table('devices'), step(gate, '-- nothing to do'), table('readings')] },
  ])
  const { sql } = history.database
  const open = await closeGate(history.database)
  const run = start(history, '--lock-timeout', '60')
  await untilBackend(sql, gate)
  run.kill()
  expect((await run.done).code).toBeNull()
  expect(await tablesOf(history.database)).toEqual(['users'])
  const again = start(history, '--lock-timeout', '60')
  await untilBackend(sql, gate)
  // One backend waits at the gate, not two.
  const waiting =
    await sql`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query = ${gate} AND state = 'active'`
  expect(waiting).toHaveLength(1)
  await open()
  expect(await again.done).toMatchObject({ code: 0, stderr: expect.stringContaining('Applied 1 revision') })
  expect(await tablesOf(history.database)).toEqual(['devices', 'readings', 'users'])
})

test('a run that is killed while it builds an index concurrently builds it again, once', async () => {
  const index = alone('CREATE INDEX CONCURRENTLY users_note ON users (note)', 'DROP INDEX CONCURRENTLY users_note')
  const history = await createHistory([
    { id: a, steps: [table('users')] },
    { id: b, steps: [table('devices'), index, table('readings')] },
  ])
  const { sql } = history.database
  await history.run('up', a)
  // A transaction that has the table in use: the build waits for it.
  const user = await reserve(history.database)
  await user.unsafe("BEGIN; INSERT INTO users VALUES (1, 'x')").simple()
  const run = start(history)
  await untilBackend(sql, 'CREATE INDEX%')
  run.kill()
  await run.done
  expect((await history.run('history')).stdout).toContain('◐')
  const again = start(history)
  await untilBackend(sql, 'DROP INDEX%')
  await user`COMMIT`
  user.release()
  succeeded(await again.done)
  const indexes =
    await sql`SELECT indexrelid::regclass::text AS name, indisvalid FROM pg_index WHERE indrelid = 'users'::regclass ORDER BY 1`
  expect(indexes).toEqual([
    { name: 'users_note', indisvalid: true },
    { name: 'users_pkey', indisvalid: true },
  ])
  expect(await sql`SELECT steps_done, underway FROM tidemark.revision WHERE revision = ${b}`).toEqual([
    { steps_done: 3, underway: false },
  ])
  succeeded(await history.run('down', 'base'))
  expect(await tablesOf(history.database)).toEqual([])
})

test('an index that was finished just before the kill is not built twice', async () => {
  const index = alone('CREATE INDEX CONCURRENTLY users_note ON users (note)', 'DROP INDEX CONCURRENTLY users_note')
  const history = await createHistory([{ id: a, steps: [table('users'), index] }])
  const { sql } = history.database
  await history.run('up')
  expect(await history.run('up')).toMatchObject({ code: 0 })
  const [{ oid }] = (await sql`SELECT 'users_note'::regclass::oid AS oid`) as [{ oid: number }]
  await sql`UPDATE tidemark.revision SET steps_done = 1, underway = true`
  expect((await history.run('up')).stderr).toContain('Applied 1 revision')
  expect(await sql`SELECT 'users_note'::regclass::oid AS oid`).toEqual([{ oid }])
  // And the other way round: it was dropped, and the ledger does not know yet.
  await sql.unsafe("UPDATE tidemark.revision SET heading = 'down', underway = true; DROP INDEX users_note").simple()
  succeeded(await history.run('down'))
  expect(await tablesOf(history.database)).toEqual([])
})

test('a way back that was interrupted in its first step can be turned round', async () => {
  const index = alone('CREATE INDEX CONCURRENTLY users_note ON users (note)', 'DROP INDEX CONCURRENTLY users_note')
  const history = await createHistory([
    { id: a, steps: [table('users')] },
    { id: b, steps: [index] },
  ])
  const { sql } = history.database
  succeeded(await history.run('up'))
  await sql
    .unsafe(
      `UPDATE tidemark.revision SET heading = 'down', underway = true WHERE revision = '${b}'; DROP INDEX users_note`,
    )
    .simple()
  expect((await history.run('history')).stdout).toContain('◐')
  expect(await history.run('up')).toMatchObject({ code: 0, stderr: expect.stringContaining('Applied 1 revision') })
  expect(await sql`SELECT to_regclass('users_note') IS NOT NULL AS there`).toEqual([{ there: true }])
})

test('a partition whose detach was interrupted is detached to the end', async () => {
  const parts = step(
    ['CREATE TABLE p (id int) PARTITION BY LIST (id)', 'CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)'],
    'DROP TABLE p',
  )
  const detach = alone(
    'ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY',
    'ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1)',
  )
  const history = await createHistory([
    { id: a, steps: [parts] },
    { id: b, steps: [detach] },
  ])
  const { sql } = history.database
  await history.run('up', a)
  const reader = await reserve(history.database)
  await reader.unsafe('BEGIN; SELECT * FROM p').simple()
  const run = start(history)
  await untilBackend(sql, '%DETACH PARTITION%')
  while ((await sql`SELECT 1 FROM pg_inherits WHERE inhdetachpending`).length === 0) await sleep(20)
  run.kill()
  await run.done
  const again = start(history)
  await untilBackend(sql, '%FINALIZE%')
  await reader`COMMIT`
  reader.release()
  succeeded(await again.done)
  expect(await sql`SELECT 1 FROM pg_inherits WHERE inhparent = 'p'::regclass`).toHaveLength(0)
  succeeded(await history.run('down', 'base'))
  expect(await tablesOf(history.database)).toEqual([])
})

test('a backend that is terminated: the transaction is gone, and the error says so', async () => {
  const history = await createHistory([
    { id: a, message: 'gate', steps: [table('users'), step(gate, '-- nothing to do')] },
  ])
  const { sql } = history.database
  const open = await closeGate(history.database)
  onTestFinished(open)
  const run = start(history, '--lock-timeout', '60')
  await sql`SELECT pg_terminate_backend(${await untilBackend(sql, gate)}::int)`
  const { code, stderr } = await run.done
  expect({ code, stderr: stderr.replace(/\d{8}T\d{4}_/, 'MINUTE_') }).toEqual({
    code: 2,
    stderr: `error TM017 connection-lost  ${a} gate
  what: the connection was lost: migration ${a} failed at step 2 of 2
  why:  the connection to the server is lost
        someone terminated the session, the server was stopped, or the network broke; an open transaction is rolled back
  fix:  run the command again; it goes on where the last one stopped
  at:   migrations/MINUTE_${a}_gate.ts:8
        ${gate}
`,
  })
  expect(await tablesOf(history.database)).toEqual([])
})

test('a run whose lock is lost stops', async () => {
  const history = await createHistory([
    { id: a, steps: [table('users'), step(gate, '-- nothing to do')] },
    { id: b, steps: [table('devices')] },
  ])
  const { sql } = history.database
  const open = await closeGate(history.database)
  const run = start(history, '--lock-timeout', '60')
  await untilBackend(sql, gate)
  await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'tidemark lock %'`
  expect(await run.done).toEqual({
    code: 2,
    stdout: '',
    stderr: `error TM322 lock-lost
  what: the lock of the run was lost
  why:  the server or the network closed the connection that held it, and another run may have begun
  fix:  run the command again; it goes on where this one stopped
`,
  })
  await open()
  expect(await tablesOf(history.database)).not.toContain('devices')
  succeeded(await history.run('up'))
  expect(await tablesOf(history.database)).toEqual(['devices', 'users'])
})

test('a run that is killed at any moment is finished by the next one', { timeout: 180_000 }, async () => {
  const note = (name: string): ReturnType<typeof step> =>
    step(`INSERT INTO log VALUES ('${name}')`, `INSERT INTO log VALUES ('${name} back')`)
  const migrations: TestMigration[] = [
    { id: id('log'), steps: [step('CREATE TABLE log (name text)', 'DROP TABLE log'), table('big')] },
  ]
  for (const name of ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']) {
    const index = alone(`CREATE INDEX CONCURRENTLY i_${name} ON big (note)`, `DROP INDEX CONCURRENTLY i_${name}`)
    migrations.push({
      id: id(name),
      steps:
        name < 'm4'
          ? [note(name), step('SELECT pg_sleep(0.05)', '-- no need'), note(`${name}b`)]
          : [note(name), index, note(`${name}b`)],
    })
  }
  const history = await createHistory(migrations)
  const { sql } = history.database
  for (let round = 0; round < 12; round++) {
    const run = start(history)
    const kill = setTimeout(run.kill, 200 + Math.random() * 400)
    const { code } = await run.done
    clearTimeout(kill)
    if (code === 0) break
  }
  succeeded(await history.run('up'))
  const names = await sql<
    { name: string; count: number }[]
  >`SELECT name, count(*)::int FROM log GROUP BY name ORDER BY name`
  expect(names.map(({ name, count }) => `${name} ${count}`)).toEqual(
    ['m1', 'm1b', 'm2', 'm2b', 'm3', 'm3b', 'm4', 'm4b', 'm5', 'm5b', 'm6', 'm6b'].map((name) => `${name} 1`),
  )
  expect(await sql`SELECT count(*)::int FROM pg_index WHERE indrelid = 'big'::regclass AND indisvalid`).toEqual([
    { count: 4 },
  ])
  expect(await sql`SELECT count(*)::int FROM pg_index WHERE NOT indisvalid`).toEqual([{ count: 0 }])
  succeeded(await history.run('down', 'base'))
  expect(await tablesOf(history.database)).toEqual([])
})
