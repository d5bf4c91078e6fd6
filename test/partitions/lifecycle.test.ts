import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import { archivePartition, releasePartition, restorePartition } from '../../src/partitions/archive/archive.js'
import { maintain } from '../../src/partitions/maintain.js'
import { planOf } from '../../src/partitions/plans.js'
import type { TestDatabase } from '../support/database.js'
import { createProject } from '../support/project.js'
import { databaseWithLedger, origin, setPolicy } from './support.js'

const seed = Number(process.env['LIFECYCLE_SEED'] ?? 7)
const hour = 3_600_000
const began = Date.parse('2026-01-01T00:00Z')

/** Chance that is the same for the same seed (mulberry32). */
function chance(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Life {
  readonly every: string
  readonly premake: number
  readonly retain: string
  readonly expired: 'drop' | 'detach' | 'archive'
  readonly withDefault: boolean
  /** Hours between two runs of maintenance, now and then three times as many. */
  readonly pause: number
  /** How long it lives in the suite; `LIFECYCLE_DAYS=1096 npx vitest run test/partitions/lifecycle` simulates three years. */
  readonly days: number
}

const lives: readonly Life[] = [
  { every: '1 month', premake: 4, retain: '90 days', expired: 'detach', withDefault: true, pause: 120, days: 150 },
  { every: '1 day', premake: 8, retain: '7 days', expired: 'archive', withDefault: false, pause: 48, days: 20 },
  { every: '1 hour', premake: 100, retain: '1 day', expired: 'drop', withDefault: true, pause: 24, days: 3 },
]

describe.each(lives)('a table by $every, $expired after $retain', (life) => {
  const days = Number(process.env['LIFECYCLE_DAYS'] ?? life.days)
  test(`lives ${days} days`, { timeout: 60_000 + days * 2000 }, async () => {
    const { random, ...world } = await createWorld(life)
    let next = began
    for (let now = began; now < began + days * 24 * hour; now = next) {
      next = now + life.pause * hour * (random() < 0.1 ? 3 : 1)
      const isKilled = random() < 0.2
      await world.maintainAt(now, isKilled)
      if (isKilled) await world.maintainAt(now, false)
      await world.expectSound(now)
      if (life.expired === 'archive' && random() < 0.1) await world.restoreAndArchive(now)
      await world.insertUntil(now, next)
    }
    await world.maintainAt(next, false)
    if (life.expired === 'archive') await world.restoreAndArchive(next)
    await world.expectEveryRow()
  })
})

async function createWorld({ every, premake, retain, expired, withDefault }: Life) {
  const root = await createProject()
  const database = await databaseWithLedger(`
    CREATE TABLE readings (id bigint NOT NULL, ts timestamptz NOT NULL) PARTITION BY RANGE (ts);
    CREATE TABLE seen (id bigint, ts timestamptz);`)
  const { sql } = database
  const random = chance(seed)
  let id = 0
  await setPolicy(sql, 'readings', {
    column_name: 'ts',
    every,
    premake,
    retain,
    expired,
    default_partition: withDefault,
    ...(expired === 'archive' && { destination: 'archive' }),
  })

  const archive = { url: database.url, origin, root, env: {} }
  const run = (now: number) =>
    maintain({
      url: database.url,
      origin,
      timeouts: { lock: 1000, attempts: 5 },
      lockWait: 20_000,
      plan: (ask) => planOf('maintain', ask, { at: new Date(now).toISOString() }),
      archive: ({ partition }) => archivePartition(partition, archive),
    })

  const world = {
    random,
    /** Maintenance; its connections are ended at a random moment where it is to be killed. */
    async maintainAt(now: number, isKilled: boolean): Promise<void> {
      const running = run(now)
      const outcome = running.then(
        ({ failed }) => failed.map(({ diagnostic }) => diagnostic.what),
        (error: unknown) => [String(error)],
      )
      if (isKilled) {
        await new Promise((resolve) => setTimeout(resolve, random() * 60))
        await sql`
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND application_name LIKE 'tidemark %'`
        await outcome
      } else expect(await outcome).toEqual([])
    },
    /** No gap, no overlap (the server sees to that), enough ahead, nothing kept for too long. */
    async expectSound(now: number): Promise<void> {
      const at = new Date(now).toISOString()
      const [state] = await sql`
        SELECT (SELECT count(*)::int FROM tidemark.partition_plan(p, ${at}::timestamptz)) AS todo,
               upper(range_agg(tstzrange(to_timestamp(c.lower_bound), to_timestamp(c.upper_bound)))) >= ${at}::timestamptz + p.premake * p.every::interval AS ahead,
               (SELECT count(*)::int FROM unnest(range_agg(tstzrange(to_timestamp(c.lower_bound), to_timestamp(c.upper_bound))))) AS pieces,
               bool_or(to_timestamp(c.upper_bound) <= ${at}::timestamptz - p.retain::interval) AS overdue
          FROM tidemark.partition_policy p, tidemark.partitions(p) c WHERE NOT c.is_default GROUP BY p, p.every, p.premake, p.retain`
      expect(state).toEqual({ todo: 0, ahead: true, pieces: 1, overdue: false })
    },
    /** Rows of this time, some that are late, and now and then one from the year 2100. */
    async insertUntil(from: number, to: number): Promise<void> {
      const rows = Array.from({ length: 6 }, () => {
        const late = withDefault && random() < 0.1 ? random() * 40 * 24 * hour : 0
        const at =
          withDefault && random() < 0.01 ? Date.parse('2100-01-01T00:00Z') : from + random() * (to - from) - late
        return { id: id++, ts: new Date(at).toISOString() }
      })
      const json = JSON.stringify(rows)
      await sql.begin(async (tx) => {
        for (const table of ['readings', 'seen'])
          await tx.unsafe(
            `INSERT INTO ${table} SELECT * FROM json_to_recordset($1::text::json) r (id bigint, ts timestamptz)`,
            [json],
          )
      })
    },
    /** One partition comes back with every row that it had, is left alone by retention, and goes to its file again. */
    async restoreAndArchive(now: number): Promise<void> {
      const archived = await sql<{ partition: string; lower: string; upper: string }[]>`
        SELECT partition, lower_bound AS lower, upper_bound AS upper FROM tidemark.former_partition WHERE state = 'archived' ORDER BY id`
      if (archived.length === 0) return
      const { partition, lower, upper } = archived[Math.floor(random() * archived.length)]!
      await restorePartition(partition, { ...archive, lockWait: 20_000 })
      await world.maintainAt(now, false)
      const wanted =
        await sql`SELECT id, ts FROM seen WHERE ts >= ${lower}::timestamptz AND ts < ${upper}::timestamptz ORDER BY id`
      expect([...(await sql.unsafe(`SELECT id, ts FROM ${partition} ORDER BY id`))]).toEqual([...wanted])
      await releasePartition(partition, archive)
      await world.maintainAt(now, false)
      expect(await sql`SELECT state FROM tidemark.former_partition WHERE partition = ${partition}`).toEqual([
        { state: 'archived' },
      ])
    },
    /** What was inserted is in the table, in one that was detached or in an archive, once; or it has expired and was dropped. */
    async expectEveryRow(): Promise<void> {
      const kept = await keptRows(sql, expired)
      expect(new Set(kept).size).toBe(kept.length)
      const seen = await sql<{ id: string; young: boolean }[]>`
        SELECT s.id, s.ts >= (SELECT min(to_timestamp(lower_bound)) FROM tidemark.partitions(p)) AS young
          FROM seen s, tidemark.partition_policy p`
      const archived = expired === 'archive' ? await archivedRows(database, root) : 0
      if (expired === 'drop')
        expect(new Set(kept)).toEqual(new Set(seen.filter(({ young }) => young).map((row) => row.id)))
      else expect(kept.length + archived).toBe(seen.length)
    },
  }
  return world
}

async function keptRows(sql: postgres.Sql, expired: string): Promise<readonly string[]> {
  const tables = await sql<
    { name: string }[]
  >`SELECT partition AS name FROM tidemark.former_partition WHERE state = 'detached'`
  const sources = ['readings', ...(expired === 'detach' ? tables.map(({ name }) => name) : [])]
  const rows = await sql.unsafe<{ id: string }[]>(
    sources.map((name) => `SELECT id::text FROM ${name}`).join(' UNION ALL '),
  )
  return rows.map(({ id }) => id)
}

/** Rows in all archives; each has exactly one file. */
async function archivedRows({ sql }: TestDatabase, root: string): Promise<number> {
  const archives = await sql<{ name: string; rows: number }[]>`
    SELECT archive ->> 'name' AS name, (archive ->> 'rows')::int AS rows FROM tidemark.former_partition WHERE state = 'archived'`
  const files = archives.length === 0 ? [] : await readdir(join(root, 'archive/public.readings'))
  expect(files.map((file) => `public.readings/${file}`).sort()).toEqual(archives.map(({ name }) => name).sort())
  return archives.reduce((sum, { rows }) => sum + rows, 0)
}
