import { describe, expect, test } from 'vitest'
import { pgbouncer, throughPgbouncer } from '../support/pgbouncer.js'
import { everySort } from './every-sort.js'
import { createHistory, id, start, step, succeeded, tablesOf, type TestHistory } from './history.js'

/** `RUNNERS=20 ROUNDS=20 npx vitest run test/runner/many.test.ts` */
const runners = Number(process.env['RUNNERS'] ?? 5)
const rounds = Number(process.env['ROUNDS'] ?? 1)

const names = ['a', 'b', 'c', 'd', 'e', 'f']

const migrations = [
  { id: id('log'), steps: [step('CREATE TABLE log (name text)', 'DROP TABLE log')] },
  ...names.map((name) => ({
    id: id(name),
    steps: [step(`INSERT INTO log VALUES ('${name}')`, `DELETE FROM log WHERE name = '${name}'`)],
  })),
]

/** The same history, for connections that go another way; what a test looks at itself goes straight to the server. */
async function through(history: TestHistory): Promise<TestHistory> {
  const url = await throughPgbouncer(history.database.url)
  const run: TestHistory['run'] = (command, ...args) =>
    history.runWith({ env: { DATABASE_URL: url } }, command, ...args)
  return { ...history, database: { ...history.database, url }, run }
}

async function manyRuns(history: TestHistory, runs: TestHistory): Promise<void> {
  const { sql } = history.database
  for (let round = 0; round < rounds; round++) {
    const results = await Promise.all(Array.from({ length: runners }, () => start(runs, '--lock-wait', '120').done))
    for (const result of results) succeeded(result)
    const applied = results.flatMap(({ stderr }) => /Applied (\d+) revisions/.exec(stderr)?.[1] ?? [])
    expect(applied).toEqual([String(migrations.length)])
    const rows = await sql`SELECT name, count(*)::int AS count FROM log GROUP BY name ORDER BY name`
    expect(rows).toEqual(names.map((name) => ({ name, count: 1 })))
    await sql.unsafe('DROP SCHEMA tidemark CASCADE; DROP TABLE log').simple()
  }
}

const timeout = 60_000 + rounds * runners * 5000

test(`${runners} runs at once apply each migration once`, { timeout }, async () => {
  const history = await createHistory(migrations)
  await manyRuns(history, history)
})

describe.skipIf(pgbouncer === undefined)('through PgBouncer in transaction mode', () => {
  test(`${runners} runs at once apply each migration once`, { timeout }, async () => {
    const history = await createHistory(migrations)
    await manyRuns(history, await through(history))
  })

  test('every sort of migration, there and back', { timeout: 60_000 }, async () => {
    const history = await createHistory(everySort)
    const pooled = await through(history)
    succeeded(await pooled.run('up'))
    expect((await pooled.run('history', '--json')).stdout).not.toContain('pending')
    succeeded(await pooled.run('down', 'base'))
    expect(await tablesOf(history.database)).toEqual([])
  })
})
