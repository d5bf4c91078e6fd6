import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../src/database/connect.js'
import { readSnapshot } from '../../src/replay/on-scratch.js'
import { differences } from '../../src/verify/differences.js'
import { startServer } from '../support/embedded.js'
import { readRows } from '../support/rows.js'
import { everySort } from './every-sort.js'
import { createHistory, startCommand, succeeded, type Started, type TestHistory } from './history.js'

/** How often a run is killed, up and down: `KILLS=200 npx vitest run test/runner/killed.test.ts`. */
const kills = Number(process.env['KILLS'] ?? 2)

const victims = ['client', 'session', 'lock', 'server process'] as const

/** Ends a run in the middle: its process, one of its connections, or the server's process (which then restarts). */
async function kill(victim: (typeof victims)[number], run: Started, sql: postgres.Sql): Promise<void> {
  if (victim === 'client') return run.kill()
  const application = `tidemark ${victim === 'lock' ? 'lock' : 'run'} %`
  for (let ended = false; !ended; await sleep(2)) {
    if (run.hasEnded()) return
    const rows = await sql<{ pid: number }[]>`
      SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE ${application}`
    for (const { pid } of rows) {
      ended = true
      if (victim === 'server process') process.kill(pid, 'SIGKILL')
      else await sql`SELECT pg_terminate_backend(${pid}::int)`
    }
  }
}

interface Found {
  readonly catalog: Awaited<ReturnType<typeof readSnapshot>>
  readonly rows: unknown
  readonly leftovers: unknown
}

/** What a database holds, and what must never be left in one. */
async function look(url: string): Promise<Found> {
  const database = await connect(url)
  try {
    const leftovers = await database.sql`
      SELECT indexrelid::regclass::text AS name FROM pg_index WHERE NOT indisvalid AND indexrelid::regclass::text <> 'parts_at'
      UNION ALL SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhdetachpending
      UNION ALL SELECT revision FROM tidemark.revision WHERE underway OR steps_done < steps`
    const rows = [...(await readRows(database))].filter(([name]) => !name.startsWith('tidemark.'))
    return {
      catalog: await readSnapshot(database),
      rows: rows.map(([name, table]) => [name, table.rows.map((row) => JSON.stringify(row)).sort()]).sort(),
      leftovers: [...leftovers],
    }
  } finally {
    await database.close()
  }
}

function same(found: Found, expected: Found, told: string): void {
  expect(found.leftovers, told).toEqual([])
  expect(differences(expected.catalog, found.catalog), told).toEqual([])
  expect(found.rows, told).toEqual(expected.rows)
}

/** How often each revision was applied and taken back, as the log of events has it. */
async function moves(sql: postgres.Sql, since: string): Promise<Record<string, number>> {
  const rows = await sql<{ action: string; most: number; count: number }[]>`
    SELECT action, max(times)::int AS most, count(*)::int FROM (
      SELECT action, count(*) AS times FROM tidemark.event WHERE id > ${since}::bigint AND action IN ('up', 'down') GROUP BY action, revision
    ) t GROUP BY action`
  return Object.fromEntries(
    rows.flatMap(({ action, most, count }) => [
      [action, count],
      [`${action} of one`, most],
    ]),
  )
}

async function move(history: TestHistory, command: 'up' | 'down', ...args: string[]): Promise<void> {
  for (let tries = 0; ; tries++) {
    const result = await history.run(command, ...args)
    // A server whose process was killed takes a moment to recover.
    if (tries === 100 || !/TM01[178]/.test(result.stderr)) return succeeded(result)
    await sleep(100)
  }
}

test(
  `a run of every sort of migration, killed ${kills} times each way`,
  { timeout: 60_000 + kills * 30_000 },
  async () => {
    const server = await startServer({ settings: { synchronous_commit: 'on' } })
    onTestFinished(async () => void (await server.stop()))
    const history = await createHistory(everySort, { url: server.url })
    expect(everySort.length).toBeGreaterThanOrEqual(40)
    const { url } = history.database
    const sql = postgres(url, { max: 1, onnotice: () => {}, fetch_types: false })
    onTestFinished(() => sql.end())

    const began = performance.now()
    await move(history, 'up')
    const length = performance.now() - began
    const whole = await look(url)
    await move(history, 'down', 'base')
    const empty = await look(url)
    expect([whole.leftovers, empty.leftovers]).toEqual([[], []])
    expect(empty.rows).toEqual([])

    const killed = { client: 0, session: 0, lock: 0, 'server process': 0, late: 0 }
    for (let round = 0; round < kills * 2; round++) {
      const command = round % 2 === 0 ? 'up' : 'down'
      const args = command === 'up' ? [] : ['base']
      const victim = victims[Math.floor(Math.random() * victims.length)]!
      const moment = length * (0.2 + 0.8 * Math.random())
      const [{ last }] = (await retrying(
        () => sql`SELECT coalesce(max(id), 0) AS last FROM tidemark.event`,
      )) as unknown as [{ last: string }]
      const run = startCommand(history, command, ...args)
      await sleep(moment)
      await kill(victim, run, sql).catch(() => {})
      const { code, stderr } = await run.done
      expect([0, 2, null], stderr).toContain(code)
      killed[code === 0 ? 'late' : victim]++
      // Every third time the run is not finished but taken back.
      const turned = Math.random() < 1 / 3 && (await turn(history, command))
      if (turned) same(await retrying(() => look(url)), command === 'up' ? empty : whole, `turned ${stderr}`)
      await move(history, command, ...args)
      const told = `${victim} of ${command} after ${Math.round(moment)} ms: ${stderr}`
      const found = await retrying(() => look(url))
      same(found, command === 'up' ? whole : empty, told)
      const count = everySort.length
      const expected = command === 'up' ? { up: count, 'up of one': 1 } : { down: count, 'down of one': 1 }
      if (!turned) expect(await moves(sql, last), told).toEqual(expected)
    }
    if (kills > 10) console.log(killed)
  },
)

/** Goes back instead; a migration that was interrupted inside a step of several statements can only go on. */
async function turn(history: TestHistory, command: 'up' | 'down'): Promise<boolean> {
  const [other, ...args] = command === 'up' ? ['down', 'base'] : ['up']
  const result = await history.run(other!, ...args)
  if (result.code === 0) return true
  if (/TM01[178]/.test(result.stderr)) return sleep(100).then(() => turn(history, command))
  expect(result.stderr).toContain('TM324')
  return false
}

/** The first question after a crash of the server may meet the old connection. */
async function retrying<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask()
    } catch (error) {
      if (tries === 50) throw error
      await sleep(100)
    }
  }
}
