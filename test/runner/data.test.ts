import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createHistory, id, reserve, start, succeeded, tablesOf, type TestHistory } from './history.js'

const [a, b] = [id('a'), id('b')]

const rows = 1000

/** A history whose last migration is written by hand. */
async function withMigration(steps: string, imports = 'migration, step, backfill, sql'): Promise<TestHistory> {
  const history = await createHistory()
  await history.add({ id: a, message: 'readings', steps: [] })
  await rewrite(
    history,
    a,
    [],
    `[step({
    up: [
      sql\`CREATE TABLE readings (device int, nr int, fahrenheit numeric NOT NULL, celsius numeric, PRIMARY KEY (device, nr))\`,
      sql\`INSERT INTO readings SELECT i % 7, i, i FROM generate_series(1, ${rows}) i\`,
    ],
    down: sql\`DROP TABLE readings\`,
  })]`,
  )
  await history.add({ id: b, message: 'celsius', steps: [] })
  await rewrite(history, b, [a], steps, imports)
  return history
}

async function rewrite(
  { folder }: TestHistory,
  revision: string,
  parents: readonly string[],
  steps: string,
  imports = 'migration, step, backfill, sql',
): Promise<void> {
  const { readdir } = await import('node:fs/promises')
  const file = (await readdir(folder)).find((name) => name.includes(revision))!
  const text = `import { ${imports} } from 'tidemark'

export default migration({ revision: '${revision}', parents: ${JSON.stringify(parents)}, message: 'm' }, ${steps})
`
  await writeFile(join(folder, file), text)
}

const celsius = `[
  backfill({
    table: 'readings', set: { celsius: sql\`round((fahrenheit - 32) / 1.8, 1)\` }, where: sql\`celsius IS NULL\`,
    batch: 100, down: sql\`-- goes with its column\`,
  }),
]`

describe('backfill', () => {
  test('goes along the key in batches, each a transaction of its own', async () => {
    const history = await withMigration(celsius)
    const { sql } = history.database
    succeeded(await history.run('up'))
    expect(
      await sql`SELECT count(*)::int, count(DISTINCT xmin::text)::int AS batches FROM readings WHERE celsius = round((fahrenheit - 32) / 1.8, 1)`,
    ).toEqual([{ count: rows, batches: rows / 100 }])
    expect(await sql`SELECT * FROM tidemark.backfill`).toEqual([])
    succeeded(await history.run('down', 'base'))
    expect(await tablesOf(history.database)).toEqual([])
  })

  test('says what it would do', async () => {
    const history = await withMigration(celsius)
    succeeded(await history.run('up', a))
    const { stdout } = await history.run('up', '--dry-run')
    // The server may have counted the rows by itself.
    expect(stdout.replace(/\d+ kB(, about [\d,]+ rows)?/, 'N kB')).toBe(`up ${b}  m
  in batches, each in a transaction of its own
    -- in batches of 100 rows
    UPDATE readings SET celsius = round((fahrenheit - 32) / 1.8, 1) WHERE (celsius IS NULL)
  locks public.readings ROW EXCLUSIVE, N kB
`)
  })

  test('goes on after the last batch when it was interrupted', async () => {
    const history = await withMigration(celsius)
    const { sql } = history.database
    succeeded(await history.run('up', a))
    const user = await reserve(history.database)
    // The 5th batch or so waits for this row.
    await user.unsafe('BEGIN; SELECT FROM readings WHERE device = 3 AND nr = 3 FOR UPDATE').simple()
    const run = start(history, '--lock-timeout', '60')
    const table = async (): Promise<unknown[]> =>
      sql`SELECT rows_changed::int AS rows FROM tidemark.backfill WHERE rows_changed = 400`.catch(() => [])
    while ((await table()).length === 0) await sleep(20)
    run.kill()
    await run.done
    await user`ROLLBACK`
    user.release()
    // What was done is not looked at again: it would be filled in once more.
    await sql`UPDATE readings SET celsius = NULL WHERE device = 0`
    succeeded(await history.run('up'))
    expect(await sql`SELECT device, count(*)::int AS missing FROM readings WHERE celsius IS NULL GROUP BY 1`).toEqual([
      { device: 0, missing: Math.floor(rows / 7) },
    ])
    succeeded(await history.run('down', 'base'))
    expect(await sql`SELECT * FROM tidemark.backfill`).toEqual([])
  })

  test('tries a batch again that cannot get a lock, and names who has it', async () => {
    const history = await withMigration(celsius)
    succeeded(await history.run('up', a))
    const user = await reserve(history.database)
    await user.unsafe('BEGIN; SELECT FROM readings WHERE device = 3 AND nr = 3 FOR UPDATE').simple()
    const failed = await history.run('up', '--lock-timeout', '0.2', '--lock-attempts', '2')
    expect(failed).toMatchObject({ code: 2 })
    expect(failed.stderr).toContain(
      `what: migration ${b} failed, 2 times, at step 1 of 1; the batches that were done stay done, and the next run goes on after them`,
    )
    await user`ROLLBACK`
    user.release()
    succeeded(await history.run('up'))
    expect(await history.database.sql`SELECT 1 FROM readings WHERE celsius IS NULL`).toEqual([])
  })

  test('has a way back that needs no file', async () => {
    const history = await withMigration(`[
      backfill({ table: 'readings', set: { fahrenheit: sql\`fahrenheit + 1\` }, down: { set: { fahrenheit: sql\`fahrenheit - 1\` } }, batch: 300 }),
    ]`)
    const { sql } = history.database
    succeeded(await history.run('up'))
    expect(await sql`SELECT min(fahrenheit - nr)::int, max(fahrenheit - nr)::int FROM readings`).toEqual([
      { min: 1, max: 1 },
    ])
    await rewrite(history, b, [a], '[]')
    const { code, stderr } = await history.run('down')
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('way back from the ledger: edited file'),
    })
    expect(await sql`SELECT min(fahrenheit - nr)::int, max(fahrenheit - nr)::int FROM readings`).toEqual([
      { min: 0, max: 0 },
    ])
  })

  test('refuses a table without a key, and one whose key it would change', async () => {
    const history = await withMigration(`[
      step({ up: sql\`CREATE TABLE notes (id int UNIQUE, note text)\`, down: sql\`DROP TABLE notes\` }),
      backfill({ table: 'notes', set: { note: '' } }),
    ]`)
    const { code, stderr } = await history.run('up')
    expect({ code, stderr: told(stderr) }).toEqual({
      code: 2,
      stderr: `error TM340 no-batch-key  ${b} m
  what: the backfill in step 2 of migration ${b} cannot go in batches; nothing of it was done
  why:  table notes has no primary key, and no unique index without NULLs
  fix:  give the table a unique key that the backfill leaves alone
        or change the rows in one transaction: step({ up: sql\`UPDATE …\`, down: … })
  at:   migrations/MINUTE_${b}_celsius.ts
`,
    })
    await rewrite(history, b, [a], "[backfill({ table: 'readings', set: { nr: 1 } })]")
    succeeded(await history.run('down'))
    expect((await history.run('up')).stderr).toContain('why:  column nr belongs to the key of readings')
  })
})

/** What stderr says of what failed. */
const told = (stderr: string): string => stderr.slice(stderr.indexOf('error ')).replaceAll(/\d{8}T\d{4}_/g, 'MINUTE_')

const run = `[
  step({ up: sql\`ALTER TABLE readings ADD COLUMN place text\`, down: sql\`ALTER TABLE readings DROP COLUMN place\` }),
  step.run({
    up: async (db) => {
      const places = ['attic', "cellar's", 'roof']
      const devices = await db.query(sql\`SELECT DISTINCT device FROM readings ORDER BY 1\`)
      for (const { device } of devices) {
        await db.query(sql\`UPDATE readings SET place = \${places[device % 3]} WHERE device = \${device}\`)
      }
    },
    down: sql\`-- goes with its column\`,
  }),
  step({ up: sql\`ALTER TABLE readings ALTER COLUMN place SET NOT NULL\`, down: sql\`ALTER TABLE readings ALTER COLUMN place DROP NOT NULL\` }),
]`

describe('step.run', () => {
  test('runs in the transaction of its migration, in its place', async () => {
    const history = await withMigration(run)
    const { sql } = history.database
    succeeded(await history.run('up'))
    expect(await sql`SELECT DISTINCT place FROM readings ORDER BY 1`).toEqual([
      { place: 'attic' },
      { place: "cellar's" },
      { place: 'roof' },
    ])
    expect(await sql`SELECT count(DISTINCT xmin::text)::int AS count FROM readings`).toEqual([{ count: 1 }])
    succeeded(await history.run('down', 'base'))
    expect(await tablesOf(history.database)).toEqual([])
  })

  test('is typed', async () => {
    const typed = run.replaceAll('db.query(sql`SELECT', 'db.query<{ device: number }>(sql`SELECT')
    const history = await withMigration(typed)
    succeeded(await history.run('up'))
    // The same function laid out in another way is no edit.
    await rewrite(history, b, [a], typed.replaceAll("'attic', ", '\n"attic",\n // the top\n'))
    succeeded(await history.run('up'))
    await rewrite(history, b, [a], typed.replaceAll('attic', 'loft'))
    expect((await history.run('up')).stderr).toContain('TM308')
  })

  test('says what failed, and where', async () => {
    const history = await withMigration(`[
  step({ up: sql\`CREATE TABLE t ()\`, down: sql\`DROP TABLE t\` }),
  step.run(async (db) => {
    await db.query(sql\`SELECT 1\`)
    throw new RangeError('no such place')
  }),
]`)
    const { code, stderr } = await history.run('up')
    expect({ code, stderr: told(stderr) }).toEqual({
      code: 2,
      stderr: `error TM341 function-failed  ${b} m
  what: the function in step 2 of migration ${b} failed; its transaction was rolled back
  why:  RangeError: no such place
  fix:  correct the function, then run the command again
  at:   migrations/MINUTE_${b}_celsius.ts:7:11
        throw new RangeError('no such place')
`,
    })
    expect(await tablesOf(history.database)).toEqual(['readings'])

    await rewrite(
      history,
      b,
      [a],
      '[\n  step.run(async (db) => {\n      await db.query(sql`SELECT nothing FROM readings`).catch(() => {})\n  })]',
    )
    expect(told((await history.run('up')).stderr)).toBe(`error TM320 migration-failed  ${b} m
  what: migration ${b} failed at step 1 of 1; nothing of it was applied
  why:  column "nothing" does not exist (SQLSTATE 42703)
        inside: SELECT nothing FROM readings
  at:   migrations/MINUTE_${b}_celsius.ts:5:16
        await db.query(sql\`SELECT nothing FROM readings\`).catch(() => {})
`)
    await rewrite(history, b, [a], '[step.run(async (db) => { await db.query(sql`COMMIT`) })]')
    expect((await history.run('up')).stderr).toContain(
      'why:  Error: a function of a step is inside a transaction already: COMMIT',
    )
    await rewrite(history, b, [a], "[step.run(async (db) => { await db.query('SELECT 1') })]")
    expect((await history.run('up')).stderr).toContain('why:  TypeError: db.query takes sql`…`')
  })

  test('without a way back says so', async () => {
    const history = await withMigration('[step.run(async (db) => { await db.query(sql`DELETE FROM readings`) })]')
    succeeded(await history.run('up'))
    expect(await history.run('down')).toMatchObject({
      code: 10,
      stderr: expect.stringContaining('has no way back at step 1'),
    })
  })

  test('whose way back is a function needs its file', async () => {
    const history = await withMigration(
      '[step.run({ up: async (db) => { await db.query(sql`CREATE TABLE t ()`) }, down: async (db) => { await db.query(sql`DROP TABLE t`) } })]',
    )
    succeeded(await history.run('up'))
    succeeded(await history.run('down'))
    expect(await tablesOf(history.database)).toEqual(['readings'])
    succeeded(await history.run('up'))
    await rewrite(history, b, [a], '[]')
    const { code, stderr } = await history.run('down')
    expect({ code, stderr }).toEqual({
      code: 10,
      stderr: `error TM310 no-way-back  ${b}
  what: migration ${b} (m) has no way back at step 1; nothing was taken back
  why:  its way back is taken from the ledger, which keeps none: there was none, or it is a function that only the file has
  fix:  restore the file as it was when it was applied
        or restore a backup
`,
    })
  })

  test('goes into no script', async () => {
    const history = await withMigration(run)
    const { code, stderr, stdout } = await history.run('up', '--sql')
    expect({ code, stdout, stderr: told(stderr) }).toEqual({
      code: 2,
      stdout: '',
      stderr: `error TM342 function-in-script  ${b}
  what: migration ${b} (m) has a step that is a function, which no script can hold
  why:  step.run calls TypeScript in the transaction of the migration
  fix:  run it with tidemark
        or write scripts of the ranges before and after it: tidemark up --sql a:b
  at:   migrations/MINUTE_${b}_celsius.ts
`,
    })
  })
})
