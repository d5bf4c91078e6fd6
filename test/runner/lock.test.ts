import { expect, onTestFinished, test } from 'vitest'
import { currentOrigin } from '../../src/runner/origin.js'
import { noteHolder, openLock, takeLock } from '../../src/runner/lock.js'
import { reserve as reserveConnection, type Reserved } from '../../src/runner/reserved.js'
import { createHistory, id, reserve, start, step, table, tablesOf } from './history.js'

const [a, b] = [id('a'), id('b')]

test('two runs at the same moment apply each migration once', { timeout: 180_000 }, async () => {
  const history = await createHistory([
    { id: id('log'), steps: [step('CREATE TABLE log (name text)', 'DROP TABLE log')] },
    ...['a', 'b', 'c', 'd'].map((name) => ({
      id: id(name),
      steps: [step(`INSERT INTO log VALUES ('${name}')`, `DELETE FROM log WHERE name = '${name}'`)],
    })),
  ])
  const { sql } = history.database
  for (let round = 0; round < 10; round++) {
    const runs = await Promise.all([start(history).done, start(history).done])
    expect(runs).toMatchObject([{ code: 0 }, { code: 0 }])
    const rows = await sql`SELECT name, count(*)::int AS count FROM log GROUP BY name ORDER BY name`
    expect(rows).toEqual(['a', 'b', 'c', 'd'].map((name) => ({ name, count: 1 })))
    // Every other time the ledger itself is made by both as well.
    if (round % 2 === 0) expect((await history.run('down', 'base')).code).toBe(0)
    else await sql.unsafe('DROP SCHEMA tidemark CASCADE; DROP TABLE log').simple()
  }
})

test('a lock that is held: by whom, since when', async () => {
  const history = await createHistory([
    { id: a, steps: [table('users')] },
    { id: b, steps: [table('devices')] },
  ])
  await history.run('up', a)
  const origin = { ...currentOrigin(history.folder), who: 'alice', host: 'ci-7', pid: 4242 }
  const connection = await openLock(history.database.url, 'up', origin)
  const lock = await takeLock(connection, 0)
  try {
    await history.database.sql.unsafe(noteHolder(lock.backend, 'up', origin, [a, b]))
    const { code, stderr } = await history.run('up', '--lock-wait', '0.5')
    const holder = `alice at ci-7 (process 4242, server process ${lock.backend}), tidemark up, at ${b}, since TIME UTC`
    expect({ code, stderr: stderr.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, 'TIME') }).toEqual({
      code: 3,
      stderr: `Another run holds the lock: ${holder}. Waiting …
error TM321 lock-held
  what: another run holds the lock of this database
  why:  it is held by ${holder}
  fix:  wait for it to end (this run waited 0.5 s; --lock-wait SECONDS waits longer)
        or see whether it is still at work: tidemark lock status
`,
    })
    expect((await history.run('lock')).stdout).toMatch(
      new RegExp(`^Held by alice at ci-7 \\(process 4242, server process \\d+\\), tidemark up, at ${b}, since `),
    )
    expect(JSON.parse((await history.run('lock', '--json')).stdout)).toMatchObject({ holder: { revision: b } })
    await history.database.sql.unsafe(noteHolder(lock.backend, 'down', origin, [b, a]))
    expect((await history.run('lock')).stdout).toContain(`tidemark down, at ${a}, since `)
    // A ledger of an older version says who holds the lock all the same.
    await history.database.sql.unsafe('ALTER TABLE tidemark.lock DROP COLUMN revisions')
    expect((await history.run('lock')).stdout).toContain('tidemark down, since ')
    await history.database.sql.unsafe("ALTER TABLE tidemark.lock ADD COLUMN revisions text[] NOT NULL DEFAULT '{}'")
    expect(await history.run('lock', 'break')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('its process is on ci-7'),
    })
    expect(await tablesOf(history.database)).toEqual(['users'])

    const waiting = start(history)
    expect((await history.run('lock', 'break', '--force')).stdout).toMatch(/^Broken; it was held by alice at ci-7/)
    expect((await waiting.done).code).toBe(0)
    expect((await history.run('lock')).stdout).toBe('The lock is free.\n')
  } finally {
    await connection.close()
  }
})

test('what a killed run left at work is ended, an idle connection that a pooler may have given on is not', async () => {
  const { database, folder } = await createHistory([{ id: a, steps: [table('users')] }])
  const left = await Promise.all([1, 2].map((pid) => reserveConnection(database.url, `tidemark run up ci-7:${pid}`)))
  onTestFinished(async () => void (await Promise.all(left.map((item) => item.close({ busy: true })))))
  const [idle, busy] = left as [Reserved, Reserved]
  await idle.ask('SELECT 1')
  const statement = busy.ask('SELECT pg_sleep(60)').then(
    () => 'ended by itself',
    () => 'ended',
  )
  const atWork = async (): Promise<boolean> =>
    (await database.sql`SELECT 1 FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)' AND state = 'active'`)
      .length > 0
  while (!(await atWork())) await new Promise((resolve) => setTimeout(resolve, 10))
  const connection = await openLock(database.url, 'up', currentOrigin(folder))
  await takeLock(connection, 0)
  expect(await statement).toBe('ended')
  expect(await idle.ask('SELECT 2 AS answer')).toEqual([{ answer: 2 }])
  await connection.close()
})

test('the lock does not keep an index from being built concurrently', async () => {
  const history = await createHistory([{ id: a, steps: [table('users')] }])
  await history.run('up')
  const connection = await openLock(history.database.url, 'up', currentOrigin(history.folder))
  await takeLock(connection, 0)
  await history.database.sql.unsafe('CREATE INDEX CONCURRENTLY i ON users (note)').simple()
  await connection.close()
})

test('a table that is in use: tries again, and names who has it', async () => {
  const history = await createHistory([
    { id: a, steps: [table('users')] },
    {
      id: b,
      message: 'wide',
      steps: [step('ALTER TABLE users ADD COLUMN wide text', 'ALTER TABLE users DROP COLUMN wide')],
    },
  ])
  await history.run('up', a)
  const user = await reserve(history.database)
  await user.unsafe("SET application_name = 'report'; BEGIN; SELECT count(*) FROM users").simple()
  const [{ pid }] = (await user`SELECT pg_backend_pid() AS pid`) as unknown as [{ pid: number }]
  const { code, stderr } = await history.run('up', '--lock-timeout', '0.3', '--lock-attempts', '2')
  const blocker = `process ${pid} (postgres, report), idle in transaction, last query: SELECT pg_backend_pid() AS pid`
  expect({ code, stderr: stderr.replace(/in [\d.]+ s$/m, 'in N s').replaceAll(/\d{8}T\d{4}_/g, 'MINUTE_') }).toEqual({
    code: 2,
    stderr: `wait ${b}  for
       ${blocker}
wait ${b}  no lock within 0.3 s; next attempt in N s
wait ${b}  for
       ${blocker}
error TM323 blocked  ${b} wide
  what: migration ${b} failed, 2 times, at step 1 of 1; nothing of it was applied
  why:  canceling statement due to lock timeout (SQLSTATE 55P03)
        it waited for ${blocker}
        another session held a lock for longer than lock_timeout; nothing of this statement was done
  fix:  run the command again when the other session is done; pg_blocking_pids and pg_stat_activity show who it is
  at:   migrations/MINUTE_${b}_wide.ts:6
        ALTER TABLE users ADD COLUMN wide text
`,
  })
  const patient = start(history, '--lock-timeout', '0.3')
  setTimeout(() => void user`COMMIT`.then(() => user.release()), 1000)
  expect((await patient.done).code).toBe(0)
})
