import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProcess } from '../support/in-process.js'
import { createDatabase } from '../support/database.js'
import { createProject } from '../support/project.js'

async function project(schema: string, setup = '') {
  const database = await createDatabase(setup)
  const cwd = await createProject({ 'tidemark.config.json': '{}', 'schema/a.ts': schema })
  const run = async (...args: string[]) => {
    const result = await inProcess([...args, '--url', database.url], { cwd })
    return { ...result, stderr: result.stderr.replaceAll(`${cwd}/`, '') }
  }
  return { database, cwd, run }
}

test('everything that a policy says is kept, compared and pulled', async () => {
  const { database, cwd, run } = await project(`
import { hash, index, list, schema, telemetry } from 'tidemark'
export const history = schema('history')
export const readings = telemetry('readings', (c) => ({
  device: c.text().notNull(), region: c.text().notNull(), ts: c.timestamptz().notNull(),
}), (t) => ({
  partitionBy: {
    column: t.ts, every: '6 hours', premake: 2, retain: '90 days', expired: { move: 'history' }, timeZone: 'Europe/Berlin',
    names: '{table}_p{YYYYMMDDHH24}', default: true,
    each: {
      unlogged: true, options: { fillfactor: 70 }, indexes: [index('once').on(t.device, t.ts.desc()).unique()],
    },
  },
}))
export const events = telemetry('events', (c) => ({ id: c.uuid().notNull(), region: c.text().notNull() }), (t) => ({
  partitionBy: {
    column: t.id, every: '1 day', holds: 'uuidv7', premake: 1,
    each: { partitionBy: { key: list(t.region), parts: { eu: ['de', 'fr'], other: 'default' } } },
  },
}))
export const flakes = telemetry('flakes', (c) => ({ id: c.bigint().notNull() }), (t) => ({
  partitionBy: { column: t.id, every: '1 year', holds: { snowflake: '2015-01-01Z' }, each: { partitionBy: { key: hash(t.id), parts: 2 } } },
}))
export const orders = telemetry('orders', (c) => ({ id: c.bigint().notNull() }), (t) => ({
  partitionBy: { column: t.id, every: 1_000_000, retain: 5_000_000, expired: { archive: './archive' } },
}))
`)
  expect(await run('autogenerate', '-m', 'first')).toMatchObject({ code: 0 })
  expect(await run('up')).toMatchObject({ code: 0 })
  const check = await run('check', '--json')
  expect(JSON.parse(check.stdout)).toMatchObject({
    findings: [],
    partitions: [
      { table: 'public.events' },
      { table: 'public.flakes' },
      { table: 'public.orders' },
      { table: 'public.readings' },
    ],
  })
  expect(
    await database.sql`
      SELECT relpersistence, reloptions::text FROM pg_class WHERE relname ~ '^readings_p[0-9]{10}$' LIMIT 1`,
  ).toEqual([{ relpersistence: 'u', reloptions: '{fillfactor=70}' }])
  expect(await database.sql`SELECT FROM pg_class WHERE relname ~ '^events_[0-9_]{10}_(eu|other)$'`).toHaveLength(6)

  expect(await run('pull', '--out', join(cwd, 'pulled'))).toMatchObject({ code: 0 })
  const pulled = await readFile(join(cwd, 'pulled/tables/readings.ts'), 'utf8')
  expect(pulled).toContain("expired: { move: 'history' }")
  await rm(join(cwd, 'schema'), { recursive: true })
  expect(await run('check', '--schema', 'pulled')).toMatchObject({ code: 0 })
  expect(await run('down', 'base')).toMatchObject({ code: 0 })
})

test('partitions that exist are adopted with their rows, and what a policy let go is not proposed for removal', async () => {
  const { database, run } = await project(
    `
import { telemetry } from 'tidemark'
export const readings = telemetry('readings', (c) => ({ id: c.bigint(), ts: c.timestamptz().notNull() }), (t) => ({
  partitionBy: { column: t.ts, every: '1 month', retain: '90 days' },
}))`,
    `CREATE TABLE readings (id bigint, ts timestamptz NOT NULL) PARTITION BY RANGE (ts);
     CREATE TABLE readings_p2020_01 PARTITION OF readings FOR VALUES FROM ('2020-01-01Z') TO ('2020-02-01Z');
     CREATE TABLE readings_default PARTITION OF readings DEFAULT;
     INSERT INTO readings VALUES (1, '2020-01-15'), (2, '2100-01-01')`,
  )
  const { stdout } = await run('autogenerate', '-m', 'adopt', '--json')
  expect((JSON.parse(stdout) as { changes: { object: string }[] }).changes.map(({ object }) => object)).toEqual([
    'partition-policy public.readings',
  ])
  expect(await run('up')).toMatchObject({ code: 0 })
  expect(await database.sql`SELECT tableoid::regclass::text AS at FROM readings ORDER BY id`).toEqual([
    { at: 'readings_p2020_01' },
    { at: 'readings_default' },
  ])
  expect((await run('check')).code).toBe(11)
  expect(await run('partitions', 'maintain')).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('detach   public.readings_p2020_01') as string,
  })
  const { findings } = JSON.parse((await run('check', '--json')).stdout) as { findings: { code: string }[] }
  expect(findings.map(({ code }) => code)).toEqual(['TM409'])
  expect(await database.sql`SELECT id FROM readings_p2020_01`).toEqual([{ id: '1' }])
})

const telemetryOf = (columns: string, partitionBy: string, more = '') => `
import { partition, range, sql, table, telemetry, unique, maxvalue } from 'tidemark'
export const readings = telemetry('readings', (c) => ({ ${columns} }), (t) => ({ partitionBy: { ${partitionBy} } }))
${more}`

test.each([
  [
    'TM129 policy-key-type',
    telemetryOf('id: c.bigint().notNull()', "column: t.id, every: '1 month'"),
    'public.readings is partitioned by 1 month of id, which is bigint',
  ],
  [
    'TM129 policy-key-type',
    telemetryOf('day: c.date().notNull()', "column: t.day, every: '1 hour'"),
    'public.readings is partitioned by 1 hour of day, which is date',
  ],
  [
    'TM130 policy-amount',
    telemetryOf('ts: c.timestamptz().notNull()', "column: t.ts, every: '1.5 days'"),
    'every is 1.5 days',
  ],
  [
    'TM130 policy-amount',
    telemetryOf('ts: c.timestamptz().notNull()', "column: t.ts, every: '1 day', expired: 'drop'"),
    'it is said what happens to expired partitions (drop), and not when',
  ],
  [
    'TM130 policy-amount',
    telemetryOf('ts: c.timestamptz().notNull()', "column: t.ts, every: '1 day', names: '{table}_{YYYYMM}'"),
    'names is {table}_{YYYYMM}, the same for several partitions of 1 day',
  ],
  [
    'TM130 policy-amount',
    telemetryOf(
      'ts: c.timestamptz().notNull()',
      "column: t.ts, every: '1 day', retain: '7 days', expired: { move: 'history' }",
    ),
    'expired partitions move to the schema history, which nothing declares',
  ],
  [
    'TM127 partition-of-policy',
    telemetryOf(
      'ts: c.timestamptz().notNull()',
      "column: t.ts, every: '1 day'",
      "export const rest = partition('rest').of(readings).from('2026-01-01').to(maxvalue)",
    ),
    'why:  a partition up to MAXVALUE would leave no room',
  ],
  [
    'TM131 referenced-policy',
    telemetryOf(
      'ts: c.timestamptz().primaryKey()',
      "column: t.ts, every: '1 day', retain: '7 days'",
      "export const marks = table('marks', (c) => ({ ts: c.timestamptz().references(() => readings.ts) }))",
    ),
    'fix:  keep the partitions for ever: no retain',
  ],
  [
    'TM132 nullable-key-with-default',
    telemetryOf('ts: c.timestamptz()', "column: t.ts, every: '1 day', default: true"),
    'public.readings has a default partition, and its partition key ts may be NULL',
  ],
  [
    'TM133 key-with-expression',
    `import { range, sql, table, unique } from 'tidemark'
export const t = table('readings', (c) => ({ id: c.bigint(), ts: c.timestamptz() }), (t) => ({
  partitionBy: range(sql\`(ts AT TIME ZONE 'UTC')\`), constraints: [unique('uq').on(t.id, t.ts)],
}))`,
    'fix:  partition by the column itself: range(t.ts)',
  ],
  [
    'TM120 key-misses-partition-key',
    `import { hash, telemetry, unique } from 'tidemark'
export const readings = telemetry('readings', (c) => ({ id: c.bigint(), ts: c.timestamptz().notNull() }), (t) => ({
  partitionBy: { column: t.ts, every: '1 day', each: { partitionBy: { key: hash(t.id), parts: 2 } } },
  constraints: [unique('uq').on(t.ts)],
}))`,
    'UNIQUE (ts) does not contain the partition key id',
  ],
])('%s', async (code, schema, text) => {
  const { run } = await project(schema)
  const { code: exit, stderr } = await run('autogenerate', '-m', 'x')
  expect(exit).toBe(2)
  expect(stderr).toContain(`error ${code}`)
  expect(stderr).toContain(text)
  expect(stderr).toMatch(/at: {3}schema\/a\.ts:\d/)
})
