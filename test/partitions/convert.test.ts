import { writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import { tidemark } from '../support/cli.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { createProject } from '../support/project.js'

/**
 * Clients write all along while a table is converted and taken back. Small by default; CONVERT_ROWS=1000000
 * CONVERT_WRITERS=8 CONVERT_RATE=500 CONVERT_RUNS=10 CONVERT_IDLE=5000 is the full size, first without a reader that is idle
 * in its transaction, then with one.
 */
const setting = (name: string, standard: number): number => Number(process.env[`CONVERT_${name}`] ?? standard)
const rows = setting('ROWS', 2000)
const writers = setting('WRITERS', 3)
const rate = setting('RATE', 150)
const runs = setting('RUNS', 1)
/** Milliseconds for which a reader is idle in its transaction while the table is wanted. */
const idle = setting('IDLE', 400)
/** Milliseconds of writing before all, to see what the machine is like. */
const rest = setting('REST', rows > 100_000 ? 10_000 : 100)
/** Milliseconds of writing before, between and after the two ways. */
const pause = setting('PAUSE', 100)
/** The longest that a writer may wait for a lock, in milliseconds. */
const limit = setting('LIMIT', rows > 100_000 ? 250 : 1000)

const plain = `
import { index, primaryKey, sql, table, view } from 'tidemark'
export const readings = table('readings', (c) => ({
  id: c.bigint().identity(),
  ts: c.timestamptz().notNull(),
  body: c.text(),
}), (t) => ({ constraints: [primaryKey().on(t.id)], indexes: [index('readings_ts_idx').on(t.ts)] }))
export const latest = view('latest', sql\`SELECT max(ts) AS ts FROM \${readings}\`)
`
const monthly = plain
  .replace('{ index, primaryKey, sql, table, view }', '{ index, primaryKey, sql, telemetry, view }')
  .replace("= table('readings'", "= telemetry('readings'")
  .replace(
    'constraints: [primaryKey().on(t.id)]',
    "constraints: [primaryKey().on(t.id, t.ts)], partitionBy: { column: t.ts, every: '1 month' }",
  )

interface Load {
  /** The longest that one waited for a lock, in milliseconds, as the server says, since it was last asked for. */
  locked(): number
  /** The longest time that one transaction took, in milliseconds, since it was last asked for. */
  longest(): number
  /** The same of a client that writes to a table of its own: the machine has its pauses. */
  elsewhere(): number
  count(): number
  /** From now on some rows belong to partitions of later months. */
  goOn(): void
  stop(): Promise<void>
}

/** Clients that insert, update and delete; each transaction writes the same to `truth`. */
function write(database: TestDatabase): Load {
  const sql = postgres(database.url, {
    max: writers + 2,
    onnotice: () => {},
    fetch_types: false,
    connection: { application_name: 'writer' },
  })
  let running = true
  let longest = 0
  let count = 0
  let later = '0 days'
  const client = async (number: number): Promise<void> => {
    const own = Array.from({ length: Math.floor(rows / writers) }, (_, index) => 1 + index * writers + number)
    const started = performance.now()
    for (let done = 0; running; done++) {
      const due = started + (done * 1000 * writers) / rate
      if (due > performance.now()) await sleep(due - performance.now())
      const began = performance.now()
      const at = Math.floor(Math.random() * own.length)
      const id = own[at]!
      const kind = Math.random()
      if (kind < 0.4 || own.length < 10) {
        const [row] = await sql<{ id: string }[]>`
          WITH x AS (INSERT INTO readings (ts, body) VALUES (now() - random() * interval '50 days' + ${later}::interval, ${`new ${done}`}) RETURNING *)
          INSERT INTO tidemark.truth SELECT * FROM x RETURNING id`
        own.push(Number(row!.id))
      } else if (kind < 0.8) {
        await sql`
          WITH x AS (UPDATE readings SET body = ${`changed ${done}`}, ts = ts + random() * interval '1 day' WHERE id = ${id} RETURNING *)
          UPDATE tidemark.truth SET body = x.body, ts = x.ts FROM x WHERE truth.id = x.id`
      } else {
        await sql`WITH x AS (DELETE FROM readings WHERE id = ${id} RETURNING *) DELETE FROM tidemark.truth USING x WHERE truth.id = x.id`
        own.splice(at, 1)
      }
      longest = Math.max(longest, performance.now() - began)
      count++
    }
  }
  let elsewhere = 0
  const other = async (): Promise<void> => {
    while (running) {
      const began = performance.now()
      await sql`INSERT INTO tidemark.elsewhere (n) VALUES (1)`
      elsewhere = Math.max(elsewhere, performance.now() - began)
      await sleep(20)
    }
  }
  let locked = 0
  const watch = async (): Promise<void> => {
    while (running) {
      const [row] = await sql`
        SELECT coalesce(max(extract(epoch FROM clock_timestamp() - l.waitstart)), 0)::float8 * 1000 AS ms
          FROM pg_locks l JOIN pg_stat_activity a USING (pid)
         WHERE NOT l.granted AND a.application_name = 'writer' AND a.datname = current_database()`
      locked = Math.max(locked, row!['ms'] as number)
      await sleep(10)
    }
  }
  const all = Promise.all([other(), watch(), ...Array.from({ length: writers }, (_, number) => client(number))])
  return {
    locked() {
      const found = locked
      locked = 0
      return Math.round(found)
    },
    longest() {
      const found = longest
      longest = 0
      return Math.round(found)
    },
    elsewhere() {
      const found = elsewhere
      elsewhere = 0
      return Math.round(found)
    },
    count: () => count,
    goOn() {
      later = '70 days'
    },
    async stop() {
      running = false
      await all
      await sql.end()
    },
  }
}

/** Rows that are in one of the two and not in the other; one statement sees one moment. */
async function differences({ sql }: TestDatabase): Promise<number> {
  const [row] = await sql`
    SELECT (SELECT count(*) FROM (SELECT id, ts, body FROM readings EXCEPT ALL SELECT id, ts, body FROM tidemark.truth) a)
         + (SELECT count(*) FROM (SELECT id, ts, body FROM tidemark.truth EXCEPT ALL SELECT id, ts, body FROM readings) b) AS n`
  return Number(row!['n'])
}

interface Reader {
  /** Ends the transaction that is open, and gives the statements that it stood in the way of. */
  stop(): Promise<readonly string[]>
}

/**
 * A reader that is idle in its transaction whenever a step wants the table for itself: it goes on for `idle` ms from then, lets
 * the step through, and begins again once the ledger says that it is done.
 */
async function reader({ url, sql: own }: TestDatabase): Promise<Reader> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, fetch_types: false })
  const waiting: string[] = []
  let running = true
  const progress = async (): Promise<string> =>
    String((await own`SELECT count(*) || ' ' || max(applied_at) AS at FROM tidemark.revision`)[0]!['at'])
  const waiter = async (pid: number): Promise<string | undefined> =>
    (
      await own`
        SELECT query FROM pg_stat_activity
         WHERE wait_event_type = 'Lock' AND application_name LIKE 'tidemark %' AND ${pid} = ANY (pg_blocking_pids(pid)) LIMIT 1`
    )[0]?.['query'] as string | undefined
  const until = async <T>(look: () => Promise<T | undefined | false>): Promise<T | undefined> => {
    while (running) {
      const found = await look()
      if (found) return found
      await sleep(10)
    }
    return undefined
  }
  const stand = (held: () => void): Promise<string | undefined> =>
    sql.begin(async (tx) => {
      const [row] = await tx`SELECT pg_backend_pid() AS pid, (SELECT id FROM readings LIMIT 1)`
      held()
      const query = await until(() => waiter(row!['pid'] as number))
      if (query === undefined) return undefined
      waiting.push(query)
      await sleep(idle)
      return await progress()
    }) as Promise<string | undefined>
  let all: Promise<void> | undefined
  await new Promise<void>((held) => {
    all = (async () => {
      while (running) {
        const reached = await stand(held)
        if (reached !== undefined) await until(async () => (await progress()) !== reached)
      }
    })()
  })
  return {
    async stop() {
      running = false
      await all
      await sql.end()
      return waiting
    },
  }
}

async function project(first: string) {
  const database = await createDatabase()
  const cwd = await createProject({ 'tidemark.config.json': '{}', 'schema/index.ts': first })
  const run = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await tidemark([...args, '--url', database.url], { cwd })
    if (code !== 0) throw new Error(`tidemark ${args.join(' ')}: ${code}\n${stdout}${stderr}`)
    return stdout + stderr
  }
  await run('autogenerate', '-m', 'first')
  await run('up')
  await database.sql.unsafe(`
    -- What the writers use beside the table is none of the schema's business.
    CREATE TABLE tidemark.elsewhere (n integer);
    CREATE TABLE tidemark.truth (LIKE readings);
    INSERT INTO tidemark.truth SELECT n, now() - n % 60 * interval '1 day', 'row ' || n FROM generate_series(1, ${rows}) n;
    ALTER TABLE tidemark.truth ADD PRIMARY KEY (id);
    SELECT tidemark.cover_rows(schema_name, table_name, 'tidemark.truth') FROM tidemark.partition_policy;
    INSERT INTO readings SELECT * FROM tidemark.truth;
    SELECT setval(pg_get_serial_sequence('readings', 'id'), ${rows});
    ANALYZE`)
  return { database, cwd, run }
}

const recipes = [
  { name: 'by adoption', flag: 'adopt', from: plain, to: monthly },
  { name: 'by shadow', flag: 'shadow', from: plain, to: monthly },
  { name: 'by split', flag: 'split', from: monthly.replace('1 month', '1 year'), to: monthly },
  { name: 'by shadow, to a plain table', flag: 'shadow', from: monthly, to: plain },
]

describe.each(recipes)('$name', ({ name, flag, from, to }) => {
  test.each(rows > 100_000 ? [false, true] : [true])(
    'writers lose nothing and wait for nobody (a reader idle in its transaction: %s)',
    async (withReader) => {
      const { database, cwd, run } = await project(from)
      await writeFile(`${cwd}/schema/index.ts`, to)
      await run('autogenerate', '-m', 'converted', '--convert', flag)
      const load = write(database)
      try {
        await sleep(rest)
        const atRest = load.longest()
        for (let round = 0; round < runs; round++)
          for (const way of ['up', 'down']) {
            await sleep(pause)
            load.longest()
            load.elsewhere()
            load.locked()
            const idler = withReader ? await reader(database) : undefined
            const began = performance.now()
            await run(way)
            const took = Math.round(performance.now() - began)
            const [longest, elsewhere, locked] = [load.longest(), load.elsewhere(), load.locked()]
            const stoodInTheWay = await idler?.stop()
            if (way === 'up' && round === runs - 1 && to === monthly) load.goOn()
            console.log(
              `${name} ${way}${withReader ? ', beside an idle reader' : ''}: ${took} ms, a writer waited at most ${locked} ms for a lock; the longest write took ${longest} ms (before the conversion ${atRest} ms, to another table ${elsewhere} ms), ${load.count()} writes`,
            )
            expect(await differences(database)).toBe(0)
            expect(locked).toBeLessThan(limit)
            // The exchange may follow a step at once, before the reader is back: which steps it met is printed.
            if (stoodInTheWay !== undefined) {
              console.log(
                `the reader stood in the way of ${stoodInTheWay.map((query) => query.slice(0, 60)).join(' | ')}`,
              )
              expect(stoodInTheWay).not.toEqual([])
            }
          }
      } finally {
        await load.stop()
      }
      expect(await differences(database)).toBe(0)
    },
    600_000 * runs,
  )
})
