import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { TidemarkError } from '../../src/errors/error.js'
import { archivePartition, releasePartition, restorePartition } from '../../src/partitions/archive/archive.js'
import { readRows } from '../../src/partitions/archive/rows.js'
import { reserve } from '../../src/runner/reserved.js'
import { maintain } from '../../src/partitions/maintain.js'
import { planOf } from '../../src/partitions/plans.js'
import { roleName, type TestDatabase } from '../support/database.js'
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

/** S3_ENDPOINT=http://localhost:9000 S3_BUCKET=… AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… asks a service that is running. */
test.runIf(process.env['S3_ENDPOINT'] !== undefined)('a service that speaks S3', async () => {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: name = 'tidemark', ...others } = process.env
  const env = { ...others, AWS_ENDPOINT_URL: endpoint }
  const root = await createProject()
  const database = await prepared(`s3://${name}/a folder/${Date.now()}`)
  const before = await rows(database)
  expect((await archiving(database, root, env)).failed).toEqual([])
  await restorePartition('public.readings_2026_01', optionsOf(database, root, env))
  expect(await rows(database)).toEqual(before)
})

/** As the service checks a signature (AWS, Signature Version 4). */
function isSignedWith(secret: string, { method, url, headers }: IncomingMessage): boolean {
  const [, date, region, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=key\/(\d+)\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
      headers.authorization ?? '',
    ) ?? []
  if (signature === undefined) return false
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
  const signed = names!.split(';').map((name) => `${name}:${String(headers[name])}\n`)
  const canonical = [method, url, '', signed.join(''), names, headers['x-amz-content-sha256']].join('\n')
  const hash = createHash('sha256').update(canonical).digest('hex')
  const scope = `${date}/${region}/s3/aws4_request`
  const key = [date!, region!, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`)
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash].join('\n')
  return hmac(key, text).toString('hex') === signature && names!.includes('host')
}

test('an S3-compatible store', async () => {
  const objects = new Map<string, Buffer>()
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const isSigned = isSignedWith('secret', request)
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
  const forged = { ...env, AWS_SECRET_ACCESS_KEY: 'another' }
  expect(String((await archiving(database, root, forged)).failed[0]!.diagnostic.why)).toContain('it answers 403')
  expect((await archiving(database, root, env)).failed).toEqual([])
  expect([...objects.keys()]).toEqual([
    expect.stringMatching(/^\/bucket\/telemetry\/public\.readings\/public\.readings_2026_01-\d+\.parquet$/),
  ])
  await restorePartition('public.readings_2026_01', optionsOf(database, root, env))
  expect(await rows(database)).toEqual(before)
})

test('no policy hides rows from an archive', async () => {
  const root = await createProject()
  const owner = roleName('owner')
  const database = await prepared('archive')
  await database.sql.unsafe(`
    CREATE ROLE ${owner} LOGIN PASSWORD 'x'; GRANT ALL ON SCHEMA public, tidemark TO ${owner};
    GRANT ALL ON ALL TABLES IN SCHEMA tidemark TO ${owner};
    ALTER TABLE readings OWNER TO ${owner}; ALTER TABLE readings_2026_01 OWNER TO ${owner};
    ALTER TABLE readings_2026_01 ENABLE ROW LEVEL SECURITY; ALTER TABLE readings_2026_01 FORCE ROW LEVEL SECURITY;
    CREATE POLICY few ON readings_2026_01 USING (id < 5)`)
  const url = new URL(database.url)
  url.username = owner
  url.password = 'x'
  const { failed } = await archiving({ ...database, url: url.href }, root)
  expect(failed.map(({ diagnostic }) => diagnostic.code)).toEqual(['TM031'])
  expect(String(failed[0]!.diagnostic.fix)).toContain('BYPASSRLS')
  expect(await database.sql`SELECT count(*)::int FROM readings_2026_01`).toEqual([{ count: 501 }])
})

test('long rows are written and read in groups that fit into memory', { timeout: 60_000 }, async () => {
  const root = await createProject()
  const database = await prepared('archive', 10)
  await database.sql`
    INSERT INTO readings (id, ts, words) SELECT n, '2026-01-20Z', repeat(md5(n::text), 100000) FROM generate_series(100, 111) n`
  const before = await rows(database)
  const { ask, close } = await reserve(database.url, 'test')
  await ask('BEGIN')
  const groups: number[] = []
  const columns = [
    { name: 'id', type: 'bigint' },
    { name: 'words', type: 'text' },
  ]
  for await (const group of readRows(ask, 'readings', columns, 'ts', 20_000)) groups.push(group.length)
  await close()
  expect(groups.length).toBeGreaterThan(1)
  expect(groups.reduce((sum, count) => sum + count)).toBe(23)
  expect((await archiving(database, root)).failed).toEqual([])
  await restorePartition('readings_2026_01', optionsOf(database, root))
  expect(await rows(database)).toEqual(before)
})

test('an archive comes back into a table that got columns, and says where it does not fit', async () => {
  const root = await createProject()
  const database = await prepared('archive')
  const { sql } = database
  await archiving(database, root)
  const restore = () => restorePartition('readings_2026_01', optionsOf(database, root))
  const expectUnfit = async (why: string): Promise<void> => {
    const error = (await restore().catch((thrown: unknown) => thrown)) as TidemarkError
    expect(error.diagnostics[0]).toMatchObject({ code: 'TM433', why: expect.stringContaining(why) as string })
    expect(await sql`SELECT to_regclass('readings_2026_01') AS there`).toEqual([{ there: null }])
  }
  await sql`ALTER TABLE readings RENAME words TO text`
  await expectUnfit('the archive has a column words, the table has none')
  await sql`ALTER TABLE readings RENAME text TO words`
  await sql`ALTER TABLE readings ADD needed integer NOT NULL`
  await expectUnfit('null value in column "needed"')
  await sql`ALTER TABLE readings ALTER needed SET DEFAULT 7, ADD later text, ALTER price TYPE numeric(10,1)`
  await expectUnfit('price was numeric(10,2) and is numeric(10,1)')
  await sql`ALTER TABLE readings ALTER price TYPE numeric(12,2)`
  await restore()
  expect(await sql`SELECT needed, later, count(*)::int FROM readings GROUP BY 1, 2`).toEqual([
    { needed: 7, later: null, count: 501 },
  ])
})

test('a name that several partitions have is asked about, and one whose table has no policy any more is told', async () => {
  const root = await createProject()
  const database = await prepared('archive')
  const { sql } = database
  await archiving(database, root)
  await sql`
    INSERT INTO tidemark.former_partition (schema_name, table_name, relation, partition, lower_bound, upper_bound, expired, destination, state, archive)
    SELECT 'other', table_name, relation, 'other.readings_2026_01', lower_bound, upper_bound, expired, destination, state, archive
      FROM tidemark.former_partition`
  const restore = (name: string) => restorePartition(name, optionsOf(database, root))
  await expect(restore('readings_2026_01')).rejects.toThrow('several partitions are called readings_2026_01')
  await expect(restore('other.readings_2026_01')).rejects.toThrow('other.readings has no policy any more')
  await expect(restore('readings_1999_01')).rejects.toThrow('there is no archived partition')
  expect(await restore('public.readings_2026_01')).toEqual({ rows: 501 })
})
