import { expect, test } from 'vitest'
import { inProcess } from '../support/in-process.js'
import { createDatabase } from '../support/database.js'
import { createProject } from '../support/project.js'
import { databaseWithLedger, run as maintainAt, setPolicy } from './support.js'

async function command(url: string) {
  const cwd = await createProject({ 'tidemark.config.json': '{}' })
  return (...args: string[]) => inProcess(['partitions', ...args, '--url', url], { cwd })
}

test(
  'status is a chart, a document or metrics; plan shows statements and does nothing',
  { timeout: 120_000 },
  async () => {
    const database = await databaseWithLedger(`
    CREATE TABLE readings (ts timestamptz NOT NULL) PARTITION BY RANGE (ts);
    CREATE TABLE readings_rest PARTITION OF readings DEFAULT`)
    await setPolicy(database.sql, 'readings', { column_name: 'ts', every: '1 day', premake: 1, retain: '2 days' })
    await maintainAt(database, '2026-03-10T12:00Z')
    await database.sql`INSERT INTO readings SELECT '2026-03-10'::timestamptz FROM generate_series(1, 5000)`
    await database.sql`INSERT INTO readings VALUES ('2100-01-01')`
    await database.sql`ANALYZE`
    const partitions = await command(database.url)
    const at = ['--at', '2026-03-11T06:00Z']

    const { code, stdout } = await partitions('status', ...at)
    expect(code).toBe(0)
    expect(stdout.replaceAll(/ *[\d.]+ [kM]?B/g, ' SIZE'))
      .toBe(`public.readings  by ts, a day each, kept 2 days, then detached
  2026-03-09 SIZE         0 rows
  2026-03-10  ████████████████████████ SIZE     5,000 rows
  2026-03-11 SIZE         0 rows  now
  default     ▉ SIZE          1 row
  4 partitions, SIZE, 5,001 rows, 0 ahead; 1 to do: tidemark partitions plan
  TM405 public.readings lacks the partition public.readings_2026_03_12
  TM409 public.readings_rest holds 1 row from far in the future
`)
    const document = JSON.parse((await partitions('status', '--json', ...at)).stdout) as { tables: object[] }
    expect(document.tables).toMatchObject([{ table: 'public.readings', stray: [{ rows: 1, farAhead: 1 }] }])
    const metrics = (await partitions('--format', 'prometheus', ...at)).stdout
    expect(metrics).toContain('# TYPE tidemark_partitions gauge\n')
    expect(metrics).toContain('tidemark_partition_actions_due{table="public.readings",action="create"} 1\n')
    expect(metrics).toContain('tidemark_partition_findings{table="public.readings",code="TM409"} 1\n')

    const plan = await partitions('plan', ...at)
    expect(plan.stdout).toContain(
      'create   public.readings_2026_03_12  2026-03-12 00:00:00+00 … 2026-03-13 00:00:00+00  (premake)\n',
    )
    expect(plan.stdout).toContain('    ALTER TABLE public.readings ATTACH PARTITION public.readings_2026_03_12 ')
    expect(await partitions('maintain', '--dry-run', ...at)).toMatchObject({ stdout: plan.stdout })
    const done = JSON.parse((await partitions('maintain', '--json', ...at)).stdout) as object
    expect(done).toMatchObject({ done: [{ action: 'create', partition: 'public.readings_2026_03_12' }], failed: [] })
    expect((await partitions('maintain', ...at)).stderr).toContain(
      'Nothing to do: partitions are as their policies say.\n',
    )
  },
)

test('a database that knows no policies has nothing to show or to do', async () => {
  const { url } = await createDatabase()
  const partitions = await command(url)
  expect(await partitions()).toMatchObject({ code: 0, stdout: '' })
  expect(await partitions('maintain')).toMatchObject({ code: 0 })
  for (const action of ['restore', 'archive'])
    expect(await partitions(action, 'readings_2026_01')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('error TM432') as string,
    })
  expect(await partitions('schedule', '--pg-cron')).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('pg_cron is not installed in this database') as string,
  })
  expect(await partitions('mantain')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('partitions has no action mantain') as string,
  })
  expect(await partitions('plan', '--at', 'tomorrow')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--at tomorrow is not a time') as string,
  })
})

test('a chart shows gaps, days of the time zone, what is kept and the latest archives', async () => {
  const database = await databaseWithLedger(`
    CREATE TABLE readings (ts timestamptz NOT NULL) PARTITION BY RANGE (ts);
    CREATE TABLE readings_2026_03_01 PARTITION OF readings FOR VALUES FROM ('2026-03-01') TO ('2026-03-02')`)
  const { sql } = database
  await setPolicy(sql, 'readings', {
    ...{ column_name: 'ts', every: '1 day', premake: 1, retain: '2 days', time_zone: 'Asia/Tehran' },
  })
  await maintainAt(database, '2026-03-10T12:00Z')
  await sql`DROP TABLE readings_2026_03_10`
  await sql`
    INSERT INTO tidemark.former_partition (schema_name, table_name, relation, partition, lower_bound, upper_bound, expired, state, archive)
    SELECT 'public', 'readings', 0, 'readings_' || n, '', '', 'archive', CASE n WHEN 9 THEN 'detached' ELSE 'archived' END, '{"location": "there"}'
      FROM generate_series(1, 9) n`
  const partitions = await command(database.url)
  const { stdout } = await partitions('--at', '2026-03-10T12:00Z')
  expect(stdout).toBe(`public.readings  by ts, a day of Asia/Tehran each, kept 2 days, then detached
  2026-03-08                                 0 B         0 rows
  2026-03-09                                 0 B         0 rows
  2026-03-10  no partition until 2026-03-11
  2026-03-11                                 0 B         0 rows  ready
  1 detached and kept, 0 B: public.readings_2026_03_01
  … 3 archived before, from readings_1: --json has all
  readings_4  archived in there
  readings_5  archived in there
  readings_6  archived in there
  readings_7  archived in there
  readings_8  archived in there
  3 partitions, 0 B, 0 rows, 1 ahead; 1 to do: tidemark partitions plan
  TM405 public.readings lacks the partition public.readings_2026_03_10
`)
})

test('a table without a policy cannot be maintained by name', async () => {
  const database = await databaseWithLedger('CREATE TABLE "Readings" (ts timestamptz NOT NULL) PARTITION BY RANGE (ts)')
  await setPolicy(database.sql, 'Readings', { column_name: 'ts', every: '1 day', premake: 1 })
  const partitions = await command(database.url)
  for (const action of ['status', 'plan', 'maintain', 'repair', 'archive'])
    expect(await partitions(action, '--table', 'readings')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('error TM434') as string,
    })
  for (const name of ['Readings', 'public.Readings', 'public."Readings"'])
    expect(await partitions('plan', '--table', name)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('create') as string,
    })
})
