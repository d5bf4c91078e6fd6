import { expect, test } from 'vitest'
import { alone, createHistory, id, step, table } from './history.js'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(id) as [string, string, string, string]

test('a dry run says which locks are taken, on tables of which size', { timeout: 120_000 }, async () => {
  const history = await createHistory([
    {
      id: a,
      steps: [
        table('users'),
        table('"Orders"'),
        step('CREATE TABLE readings (at int, value int) PARTITION BY RANGE (at)', 'DROP TABLE readings'),
        step('CREATE TABLE readings_1 PARTITION OF readings FOR VALUES FROM (0) TO (9)', 'DROP TABLE readings_1'),
      ],
    },
    {
      id: b,
      message: 'all sorts',
      steps: [
        step('ALTER TABLE users ADD COLUMN age int', 'ALTER TABLE users DROP COLUMN age'),
        step(
          'CREATE TABLE notes (of bigint REFERENCES "Orders", FOREIGN KEY (of) REFERENCES "Orders")',
          'DROP TABLE notes',
        ),
        alone('CREATE INDEX CONCURRENTLY users_note ON users (note)', 'DROP INDEX CONCURRENTLY users_note'),
        step('ALTER TABLE readings ALTER value TYPE bigint', 'ALTER TABLE readings ALTER value TYPE int'),
      ],
    },
    {
      id: c,
      message: 'fill in',
      steps: `[backfill({ table: 'users', set: { age: sql\`1\` }, down: sql\`-- goes with its column\` })]`,
    },
  ])
  const { sql } = history.database
  await history.run('up', a)
  await sql`INSERT INTO users SELECT i FROM generate_series(1, 2000) i`
  await sql`INSERT INTO readings SELECT 1, 1 FROM generate_series(1, 500)`
  await sql`ANALYZE users, readings, readings_1`
  const { code, stdout, stderr } = await history.run('up', '--dry-run')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '2 revisions to apply; nothing was run.\n' })
  expect(stdout.replaceAll(/\d+ kB/g, 'N kB').replaceAll(/\d\.\d kB/g, 'N kB')).toBe(`up ${b}  all sorts
  in a transaction
    ALTER TABLE users ADD COLUMN age int
    CREATE TABLE notes (of bigint REFERENCES "Orders", FOREIGN KEY (of) REFERENCES "Orders")
  locks public.users ACCESS EXCLUSIVE, N kB, about 2,000 rows
  locks public."Orders" SHARE ROW EXCLUSIVE, N kB
  outside a transaction
    CREATE INDEX CONCURRENTLY users_note ON users (note)
  locks public.users SHARE UPDATE EXCLUSIVE, N kB, about 2,000 rows
  in a transaction
    ALTER TABLE readings ALTER value TYPE bigint
  locks public.readings ACCESS EXCLUSIVE, N kB, about 500 rows, rewritten
up ${c}  fill in
  in batches, each in a transaction of its own
    -- in batches of 1000 rows
    UPDATE users SET age = 1
  locks public.users ROW EXCLUSIVE, N kB, about 2,000 rows
`)
  expect((await history.run('history', '--json')).stdout).toMatch(/"applied"[^]*"pending"[^]*"pending"/)

  await history.run('up')
  const back = JSON.parse((await history.run('down', a, '--dry-run', '--json')).stdout)
  const locked = back.revisions.flatMap(({ transactions }: { transactions: { locks: object[] }[] }) =>
    transactions.map(({ locks }) => locks),
  )
  expect(locked).toMatchObject([
    [],
    [{ table: 'public.readings', mode: 'ACCESS EXCLUSIVE', rewritten: true }],
    [{ table: 'public.users', mode: 'SHARE UPDATE EXCLUSIVE' }],
    [
      { table: 'public."Orders"', mode: 'ACCESS EXCLUSIVE' },
      { table: 'public.notes', mode: 'ACCESS EXCLUSIVE' },
      { table: 'public.users', mode: 'ACCESS EXCLUSIVE', bytes: expect.any(Number) },
    ],
  ])
  expect(back).not.toHaveProperty('locksUnknown')
})

test('a dry run says where locks are given back before they can be read', { timeout: 120_000 }, async () => {
  const history = await createHistory([
    {
      id: a,
      steps: [
        step('CREATE TABLE readings (at int) PARTITION BY RANGE (at)', 'DROP TABLE readings'),
        step('CREATE TABLE readings_1 PARTITION OF readings FOR VALUES FROM (0) TO (9)', 'SELECT'),
        step('CREATE INDEX readings_i ON readings_1 (at)', 'SELECT'),
      ],
    },
    {
      id: b,
      message: 'concurrently',
      steps: [
        alone('REINDEX INDEX CONCURRENTLY readings_i', 'SELECT'),
        alone('ALTER TABLE readings DETACH PARTITION readings_1 CONCURRENTLY', 'SELECT'),
      ],
    },
  ])
  await history.run('up', a)
  const { stdout } = await history.run('up', '--dry-run')
  expect(stdout.replaceAll(/\d+\.\d kB/g, 'N kB')).toBe(`up ${b}  concurrently
  outside a transaction
    REINDEX INDEX CONCURRENTLY readings_i
  locks public.readings_1 SHARE UPDATE EXCLUSIVE, N kB
  outside a transaction
    ALTER TABLE readings DETACH PARTITION readings_1 CONCURRENTLY
  locks not known
`)
  const { revisions } = JSON.parse((await history.run('up', '--dry-run', '--json')).stdout)
  expect(revisions[0].transactions.map((part: object) => 'locks' in part)).toEqual([true, false])
})

test('a dry run names what keeps it from knowing the locks', { timeout: 120_000 }, async () => {
  const history = await createHistory([
    { id: a, steps: [table('users')] },
    { id: b, steps: [step('ALTER TABLE users ADD CHECK (id > 0)', 'SELECT')] },
    {
      id: c,
      steps: [step("DO $$ BEGIN IF NOT EXISTS (SELECT FROM users) THEN RAISE 'no users'; END IF; END $$", 'SELECT')],
    },
    { id: d, steps: '[step.run({ up: async () => {}, down: sql`SELECT` })]' },
  ])
  await history.run('up', a)
  const fails = await history.run('up', '--dry-run')
  expect(fails.code).toBe(0)
  expect(fails.stdout).toContain('  locks public.users ACCESS EXCLUSIVE, ')
  expect(fails.stderr).toBe(
    `Not known which locks are taken after that: the migration ${c} fails on a scratch database: no users (SQLSTATE P0001): PL/pgSQL function inline_code_block line 1 at RAISE\n3 revisions to apply; nothing was run.\n`,
  )
  await history.database.sql`INSERT INTO users VALUES (1)`
  await history.run('up', c)
  const stopped = JSON.parse((await history.run('up', '--dry-run', '--json')).stdout)
  expect(stopped.locksUnknown).toContain('no users')
  await history.run('stamp', b)
  await history.run('stamp', d)
  const { stdout, stderr } = await history.run('down', b, '--dry-run')
  expect(stdout).toContain(`down ${d}`)
  expect(stderr).toContain('Not known which locks are taken: ')
})
