import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { archivePartition, releasePartition, restorePartition } from '../../src/partitions/archive/archive.js'
import { maintain } from '../../src/partitions/maintain.js'
import { planOf } from '../../src/partitions/plans.js'
import type { TestDatabase } from '../support/database.js'
import { createProject } from '../support/project.js'
import { databaseWithLedger, origin, partitionsOf, setPolicy } from './support.js'

const at = '2026-05-04'
const columns = `
  id bigint NOT NULL, ts timestamptz NOT NULL, small smallint, local timestamp, day date, odd date, price numeric(10,2), exact numeric,
  ratio double precision, short real, flag boolean, uid uuid, doc jsonb, raw json, bytes bytea, tags text[], spans interval,
  words text, twice bigint GENERATED ALWAYS AS (id * 2) STORED`

/** Values at which a conversion would lose something, and some NULLs. */
const fill = (count: number) => `
  INSERT INTO readings (id, ts, small, local, day, odd, price, exact, ratio, short, flag, uid, doc, raw, bytes, tags, spans, words)
  SELECT n, '2026-01-01Z'::timestamptz + n * interval '8.123457 seconds', n % 7, '1969-12-31 23:59:59.999999', '0001-01-01',
         CASE WHEN n % 2 = 0 THEN 'infinity'::date ELSE '2026-01-01' END, -n / 100.0, n * 1e25 + 0.1, n * 1e17 / 3, n / 3.0::real, n % 2 = 0,
         md5(n::text)::uuid, jsonb_build_object('n', n, 'huge', 12345678901234567890.5), '{"a" :1, "a":2}', decode(md5(n::text), 'hex'),
         ARRAY['a,b', NULL, '"' || n], interval '1 mon 2 days 03:04:05.678', E'tab\\tline\\n\\\\N ü ' || n
    FROM generate_series(1, ${count}) n;
  INSERT INTO readings (id, ts) VALUES (0, '2026-01-15Z')`

async function prepared(destination: string, count = 500): Promise<TestDatabase> {
  const database = await databaseWithLedger(`
    CREATE TABLE readings (${columns}) PARTITION BY RANGE (ts);
    CREATE TABLE readings_2026_01 PARTITION OF readings FOR VALUES FROM ('2026-01-01Z') TO ('2026-02-01Z');
    ${fill(count)}`)
  await setPolicy(database.sql, 'readings', {
    column_name: 'ts',
    every: '1 month',
    retain: '90 days',
    expired: 'archive',
    destination,
  })
  return database
}

const optionsOf = ({ url }: TestDatabase, root: string, env: NodeJS.ProcessEnv = {}) => ({
  url,
  root,
  env,
  origin,
  lockWait: 5000,
})

const archiving = (database: TestDatabase, root: string, env?: NodeJS.ProcessEnv) =>
  maintain({
    url: database.url,
    origin,
    timeouts: { lock: 1000, attempts: 3 },
    lockWait: 5000,
    plan: (ask) => planOf('maintain', ask, { at }),
    archive: ({ partition }) => archivePartition(partition, optionsOf(database, root, env)),
  })

const rows = (database: TestDatabase) =>
  database.sql`SELECT md5(string_agg(r::text, ';' ORDER BY id)) AS sum, count(*)::int FROM readings r`

test(
  'an archive holds every value, and comes back as a partition that retention leaves alone',
  { timeout: 120_000 },
  async () => {
    const root = await createProject()
    const database = await prepared('archive', 21_000)
    const before = await rows(database)
    const { done, failed } = await archiving(database, root)
    expect(failed).toEqual([])
    expect(done.filter(({ action }) => action === 'archive')).toHaveLength(2)
    expect(await database.sql`SELECT to_regclass('readings_2026_01') AS there`).toEqual([{ there: null }])
    const [file] = await readdir(join(root, 'archive/public.readings'))
    expect(file).toMatch(/^public\.readings_2026_01-\d+\.parquet$/)
    const bytes = await readFile(join(root, 'archive/public.readings', file!))
    expect(bytes.subarray(0, 4).toString()).toBe('PAR1')
    const [former] = await database.sql<{ archive: { columns: { name: string; asText?: boolean }[] } }[]>`
    SELECT archive FROM tidemark.former_partition`
    // Only a column with infinite dates had to be kept as text; types without a form of their own always are.
    expect(former!.archive.columns.filter(({ asText }) => asText).map(({ name }) => name)).toEqual(['odd'])

    await restorePartition('readings_2026_01', optionsOf(database, root))
    expect(await rows(database)).toEqual(before)
    expect(await partitionsOf(database.sql, 'readings')).toContain('readings_2026_01')
    expect((await archiving(database, root)).done).toEqual([])
    expect(await database.sql`SELECT action FROM tidemark.event WHERE action ~ 'archive|restore' ORDER BY id`).toEqual([
      { action: 'partition archive' },
      { action: 'partition archive' },
      { action: 'partition restore' },
    ])
  },
)

test('a file that cannot be written, or has changed, drops and attaches nothing', async () => {
  const root = await createProject({ blocked: '' })
  const database = await prepared('blocked')
  const { failed } = await archiving(database, root)
  expect(failed.map(({ diagnostic }) => diagnostic.code)).toEqual(['TM430'])
  expect(await database.sql`SELECT count(*)::int FROM readings_2026_01`).toEqual([{ count: 501 }])

  await database.sql`UPDATE tidemark.former_partition SET destination = 'archive'`
  expect((await archiving(database, root)).done.map(({ action }) => action)).toEqual(['archive'])
  const folder = join(root, 'archive/public.readings')
  const path = join(folder, (await readdir(folder))[0]!)
  const bytes = await readFile(path)
  await writeFile(path, bytes.fill(0, 5000, 5100))
  await expect(restorePartition('readings_2026_01', optionsOf(database, root))).rejects.toThrow()
  expect(await partitionsOf(database.sql, 'readings')).not.toContain('readings_2026_01')
  expect(await database.sql`SELECT state FROM tidemark.former_partition`).toEqual([{ state: 'archived' }])
})

test('a run that is killed while it writes leaves the rows, and the next one archives them once', async () => {
  const root = await createProject()
  const database = await prepared('archive')
  const killed = archiving(database, root)
  for (let writing = false; !writing;) {
    const [row] = await database.sql`
      SELECT count(pg_terminate_backend(pid))::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE 'tidemark run archive%' AND query ~ '^(DECLARE|FETCH)'`
    writing = (row!['n'] as number) > 0
  }
  expect((await killed).failed).toHaveLength(1)
  expect(await database.sql`SELECT count(*)::int FROM readings_2026_01`).toEqual([{ count: 501 }])
  expect((await archiving(database, root)).failed).toEqual([])
  expect(await readdir(join(root, 'archive/public.readings'))).toHaveLength(1)
  expect(await database.sql`SELECT state, archive ->> 'rows' AS rows FROM tidemark.former_partition`).toEqual([
    { state: 'archived', rows: '501' },
  ])
})

test('what is archived again goes to the file that it came from', async () => {
  const root = await createProject()
  const database = await prepared('archive')
  await archiving(database, root)
  const files = await readdir(join(root, 'archive/public.readings'))
  expect(files).toHaveLength(1)
  await restorePartition('readings_2026_01', optionsOf(database, root))
  await database.sql`DELETE FROM readings_2026_01 WHERE id < 100`
  await releasePartition('public.readings_2026_01', optionsOf(database, root))
  expect((await archiving(database, root)).failed).toEqual([])
  expect(await readdir(join(root, 'archive/public.readings'))).toEqual(files)
  expect(await database.sql`SELECT state, archive ->> 'rows' AS rows FROM tidemark.former_partition`).toEqual([
    { state: 'archived', rows: '401' },
  ])
})

test('an S3-compatible store', async () => {
  const objects = new Map<string, Buffer>()
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const isSigned = (request.headers.authorization ?? '').startsWith('AWS4-HMAC-SHA256 Credential=key/')
    const found = objects.get(request.url!)
    if (isSigned && request.method === 'PUT') objects.set(request.url!, Buffer.concat(parts))
    response.writeHead(!isSigned ? 403 : request.method === 'PUT' || found !== undefined ? 200 : 404)
    response.end(request.method === 'GET' ? found : undefined)
  }
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const env = {
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  }
  const root = await createProject()
  const database = await prepared('s3://bucket/telemetry')
  const before = await rows(database)
  expect((await archiving(database, root)).failed.map(({ diagnostic }) => diagnostic.code)).toEqual(['TM430'])
  expect((await archiving(database, root, env)).failed).toEqual([])
  expect([...objects.keys()]).toEqual([
    expect.stringMatching(/^\/bucket\/telemetry\/public\.readings\/public\.readings_2026_01-\d+\.parquet$/),
  ])
  await restorePartition('public.readings_2026_01', optionsOf(database, root, env))
  expect(await rows(database)).toEqual(before)
})
