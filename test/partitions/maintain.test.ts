import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readHealth } from '../../src/partitions/health.js'
import { maintain } from '../../src/partitions/maintain.js'
import { planOf } from '../../src/partitions/plans.js'
import { partitionFindings } from '../../src/partitions/findings.js'
import { reserve } from '../../src/runner/reserved.js'
import { asking } from '../../src/runner/ask.js'
import { connect } from '../../src/database/connect.js'
import { roleName, type TestDatabase } from '../support/database.js'
import { databaseWithLedger, origin, partitionsOf, run, setPolicy } from './support.js'

const readings = 'CREATE TABLE readings (id bigint NOT NULL, ts timestamptz NOT NULL) PARTITION BY RANGE (ts)'

async function codes(database: TestDatabase, at: string): Promise<readonly string[]> {
  const connection = await connect(database.url)
  try {
    return (await readHealth(asking(connection), { at })).flatMap(partitionFindings).map(({ code }) => code)
  } finally {
    await connection.close()
  }
}

const briefly = ({ done }: Awaited<ReturnType<typeof run>>): string[] =>
  done.map(({ action, partition, reason }) => `${action} ${partition.replace('public.', '')} ${reason}`)

test('makes what is missing ahead, and nothing when run again', async () => {
  const database = await databaseWithLedger(readings)
  await setPolicy(database.sql, 'readings', { column_name: 'ts', every: '1 month', premake: 2 })
  expect(briefly(await run(database, '2026-11-20'))).toEqual([
    'create readings_2026_10 gap',
    'create readings_2026_11 premake',
    'create readings_2026_12 premake',
    'create readings_2027_01 premake',
  ])
  expect((await run(database, '2026-11-20')).done).toEqual([])
  const events = await database.sql`SELECT action, detail ->> 'partition' AS partition FROM tidemark.event ORDER BY id`
  expect(events).toHaveLength(4)
  expect(events[0]).toEqual({ action: 'partition create', partition: 'public.readings_2026_10' })
})

test('one row from the year 2100 makes no partitions, and is a finding', async () => {
  const database = await databaseWithLedger(`${readings}; CREATE TABLE readings_rest PARTITION OF readings DEFAULT`)
  await setPolicy(database.sql, 'readings', { column_name: 'ts', every: '1 day', premake: 1, default_partition: true })
  await database.sql`INSERT INTO readings VALUES (1, '2100-01-01'), (2, 'infinity')`
  expect((await run(database, '2026-11-20')).done.map(({ partition }) => partition)).toHaveLength(3)
  expect(await codes(database, '2026-11-20')).toEqual(['TM409'])
})

test('rows of the default partition move where they belong, without a trigger that sees them go', async () => {
  const database = await databaseWithLedger(`
    CREATE TABLE readings (id bigint NOT NULL, ts timestamptz NOT NULL, twice bigint GENERATED ALWAYS AS (id * 2) STORED)
      PARTITION BY RANGE (ts);
    CREATE TABLE deleted (id bigint);
    CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO deleted VALUES (OLD.id); RETURN OLD; END $$;
    CREATE TRIGGER note AFTER DELETE ON readings FOR EACH ROW EXECUTE FUNCTION note();
    CREATE TABLE readings_rest PARTITION OF readings DEFAULT;
    ALTER TABLE readings_rest ENABLE ALWAYS TRIGGER note`)
  const { sql } = database
  await setPolicy(sql, 'readings', { column_name: 'ts', every: '1 day', premake: 1, default_partition: true })
  await sql`INSERT INTO readings SELECT n, '2026-11-10'::timestamptz + n * interval '1 hour' FROM generate_series(1, 240) n`
  const before = await sql`SELECT id, ts, twice FROM readings ORDER BY id`
  expect(await codes(database, '2026-11-20')).toEqual(['TM405', 'TM408'])
  await run(database, '2026-11-20')
  expect(await sql`SELECT id, ts, twice FROM readings ORDER BY id`).toEqual(before)
  expect(await sql`SELECT * FROM readings_rest`).toHaveLength(0)
  expect(await sql`SELECT * FROM deleted`).toHaveLength(0)
  expect(await sql`SELECT tgenabled FROM pg_trigger WHERE tgrelid = 'readings_rest'::regclass`).toEqual([
    { tgenabled: 'A' },
  ])
  expect(await codes(database, '2026-11-20')).toEqual([])
})

test('rows that foreign keys refer to stay in the default partition, with the reason', async () => {
  const database = await databaseWithLedger(`
    CREATE TABLE readings (ts timestamptz PRIMARY KEY) PARTITION BY RANGE (ts);
    CREATE TABLE readings_rest PARTITION OF readings DEFAULT;
    CREATE TABLE marks (ts timestamptz REFERENCES readings ON DELETE CASCADE);
    INSERT INTO readings VALUES ('2026-11-20 12:00Z'); INSERT INTO marks VALUES ('2026-11-20 12:00Z')`)
  await setPolicy(database.sql, 'readings', { column_name: 'ts', every: '1 day', default_partition: true })
  const { failed, blocked } = await run(database, '2026-11-20')
  expect(failed).toEqual([])
  expect(blocked).toMatchObject([{ reason: 'drain', problem: expect.stringContaining('foreign keys refer') as string }])
  expect(await database.sql`SELECT * FROM marks`).toHaveLength(1)
  expect(await database.sql`SELECT * FROM readings_rest`).toHaveLength(1)
  expect(await codes(database, '2026-11-20')).toContain('TM408')
})

test.each([
  ['detach', undefined, 'readings_2026_01', 'public'],
  ['move', 'history', 'readings_2026_01', 'history'],
  ['drop', undefined, undefined, undefined],
])('what has expired: %s', async (expired, destination, name, schema) => {
  const database = await databaseWithLedger(`
    ${readings}; CREATE SCHEMA history;
    CREATE TABLE readings_2026_01 PARTITION OF readings FOR VALUES FROM ('2026-01-01Z') TO ('2026-02-01Z');
    INSERT INTO readings VALUES (1, '2026-01-15')`)
  const { sql } = database
  await setPolicy(sql, 'readings', { column_name: 'ts', every: '1 month', retain: '90 days', expired, destination })
  expect(await codes(database, '2026-05-01 01:00Z')).not.toContain('TM410')
  expect(await codes(database, '2026-05-04')).toContain('TM410')
  await run(database, '2026-05-04')
  const found = await sql`
    SELECT relname AS name, relnamespace::regnamespace::text AS schema, relispartition FROM pg_class WHERE relname = 'readings_2026_01'`
  expect(found).toEqual(name === undefined ? [] : [{ name, schema, relispartition: false }])
  expect(await partitionsOf(sql, 'readings')).not.toContain('readings_2026_01')
  expect((await run(database, '2026-05-04')).done).toEqual([])
})

test('a detach that was interrupted is finished, and what had to follow is done', async () => {
  const database = await databaseWithLedger(`
    ${readings};
    CREATE TABLE readings_2026_01 PARTITION OF readings FOR VALUES FROM ('2026-01-01Z') TO ('2026-02-01Z')`)
  const { sql } = database
  await setPolicy(sql, 'readings', { column_name: 'ts', every: '1 month', retain: '90 days', expired: 'drop' })
  const reader = await sql.reserve()
  await reader`BEGIN ISOLATION LEVEL REPEATABLE READ`
  await reader`SELECT count(*) FROM readings`
  const waiting = run(database, '2026-05-04')
  // The first part of a concurrent detach is committed while it waits for the reader.
  for (let pending = false; !pending;) {
    const [row] = await sql`SELECT bool_or(inhdetachpending) AS pending FROM pg_inherits`
    pending = row!['pending'] as boolean
  }
  await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'tidemark run partitions %' AND datname = current_database()`
  await expect(waiting).rejects.toThrow(/connection/)
  await reader`ROLLBACK`
  reader.release()
  expect(await codes(database, '2026-05-04')).toContain('TM412')
  expect(briefly(await run(database, '2026-05-04'))).toEqual([
    'finalize readings_2026_01 its detach was begun and not finished',
    'drop readings_2026_01 it was detached and waits for this',
  ])
  expect(await sql`SELECT to_regclass('readings_2026_01') AS there`).toEqual([{ there: null }])
})

test('gaps are repaired between partitions made by hand, whatever their bounds', async () => {
  const database = await databaseWithLedger(`
    ${readings};
    CREATE TABLE old PARTITION OF readings FOR VALUES FROM (MINVALUE) TO ('2026-01-10Z');
    CREATE TABLE odd PARTITION OF readings FOR VALUES FROM ('2026-03-05Z') TO ('2026-03-20Z')`)
  await setPolicy(database.sql, 'readings', { column_name: 'ts', every: '1 month', premake: 1 })
  expect(await codes(database, '2026-04-10')).toEqual(['TM405', 'TM407'])
  await run(database, '2026-04-10', 'repair')
  const rows = await database.sql`
    SELECT p.partition::regclass::text AS name, to_timestamp(lower_bound)::date::text AS from, to_timestamp(upper_bound)::date::text AS to
      FROM tidemark.partition_policy policy, tidemark.partitions(policy) p ORDER BY lower_bound NULLS FIRST`
  expect(rows.map(({ name, from, to }) => `${name} ${from} ${to}`)).toEqual([
    'old null 2026-01-10',
    'readings_2026_01 2026-01-10 2026-02-01',
    'readings_2026_02 2026-02-01 2026-03-01',
    'readings_2026_03 2026-03-01 2026-03-05',
    'odd 2026-03-05 2026-03-20',
    'readings_2026_03_2 2026-03-20 2026-04-01',
    'readings_2026_04 2026-04-01 2026-05-01',
    'readings_2026_05 2026-05-01 2026-06-01',
  ])
})

test('an index that some partition lacks is built without blocking', async () => {
  const database = await databaseWithLedger(`
    ${readings};
    CREATE TABLE readings_2026_11 PARTITION OF readings FOR VALUES FROM ('2026-11-01Z') TO ('2026-12-01Z');
    CREATE INDEX readings_id ON ONLY readings (id)`)
  const { sql } = database
  const template = { indexes: [{ name: 'once', unique: true, definition: '(id)' }] }
  await setPolicy(sql, 'readings', { column_name: 'ts', every: '1 month', template })
  await run(database, '2026-11-20')
  expect(await codes(database, '2026-11-20')).toEqual(['TM411', 'TM411'])
  await run(database, '2026-11-20', 'repair')
  expect(await codes(database, '2026-11-20')).toEqual([])
  expect(await sql`SELECT indisvalid FROM pg_index WHERE indexrelid = 'readings_id'::regclass`).toEqual([
    { indisvalid: true },
  ])
  expect(await sql`SELECT indexdef FROM pg_indexes WHERE indexname = 'readings_2026_11_once'`).toMatchObject([
    { indexdef: 'CREATE UNIQUE INDEX readings_2026_11_once ON public.readings_2026_11 USING btree (id)' },
  ])
})

test.each([
  ['uuidv7', 'uuid', {}, "'019c0000-0000-7000-8000-000000000000'"],
  ['ulid', 'text', {}, "'01KG00000000000000000000ZZ'"],
  ['snowflake', 'bigint', { epoch: '2015-01-01Z' }, '1468006400000000000'],
])('ids that hold a time: %s', async (holds, type, more, value) => {
  const database = await databaseWithLedger(`CREATE TABLE events (id ${type} NOT NULL) PARTITION BY RANGE (id)`)
  const { sql } = database
  await setPolicy(sql, 'events', { column_name: 'id', every: '1 month', premake: 1, holds, ...more })
  const [row] = await sql.unsafe(`
    SELECT to_timestamp(tidemark.partition_position('${holds}', '2015-01-01Z', ${value}::text)) AS at`)
  const at = row!['at'] as Date
  expect(at.getUTCFullYear()).toBe(2026)
  await run(database, at.toISOString())
  await sql.unsafe(`INSERT INTO events VALUES (${value})`)
  const suffix = `${at.getUTCFullYear()}_${String(at.getUTCMonth() + 1).padStart(2, '0')}`
  expect(await sql.unsafe(`SELECT id::text FROM events_${suffix}`)).toEqual([{ id: value.replaceAll("'", '') }])
})

test('integers: partitions follow the highest number in a partition', async () => {
  const database = await databaseWithLedger('CREATE TABLE orders (id bigint NOT NULL) PARTITION BY RANGE (id)')
  const { sql } = database
  await setPolicy(sql, 'orders', { column_name: 'id', every: '1000', premake: 2, retain: '2000', expired: 'drop' })
  await run(database, '2026-01-01')
  expect(await partitionsOf(sql, 'orders')).toEqual(['orders_0', 'orders_1000', 'orders_2000'])
  await sql`INSERT INTO orders VALUES (5), (2500)`
  await run(database, '2026-01-01')
  expect(await partitionsOf(sql, 'orders')).toEqual([
    'orders_0',
    'orders_1000',
    'orders_2000',
    'orders_3000',
    'orders_4000',
  ])
  await sql`INSERT INTO orders VALUES (4700)`
  await run(database, '2026-01-01')
  expect((await partitionsOf(sql, 'orders'))[0]).toBe('orders_2000')
})

test('days begin in the time zone of the policy, also where the clock changes', async () => {
  const database = await databaseWithLedger(readings)
  await setPolicy(database.sql, 'readings', {
    column_name: 'ts',
    every: '1 day',
    premake: 1,
    time_zone: 'Europe/Berlin',
  })
  await run(database, '2026-10-24T23:30Z')
  const rows = await database.sql`
    SELECT partition::regclass::text AS name, (upper_bound - lower_bound)::int / 3600 AS hours
      FROM tidemark.partition_policy policy, tidemark.partitions(policy) ORDER BY lower_bound`
  expect(rows).toEqual([
    { name: 'readings_2026_10_24', hours: 24 },
    { name: 'readings_2026_10_25', hours: 25 },
    { name: 'readings_2026_10_26', hours: 24 },
  ])
})

test('the procedure for pg_cron does the same inside the database', async () => {
  const database = await databaseWithLedger(`
    ${readings}; CREATE TABLE readings_2026_01 PARTITION OF readings FOR VALUES FROM ('2026-01-01Z') TO ('2026-02-01Z')`)
  const { sql } = database
  await setPolicy(sql, 'readings', { column_name: 'ts', every: '1 month', retain: '90 days', expired: 'drop' })
  await sql.unsafe(`CALL tidemark.maintain_partitions('2026-05-04')`)
  expect((await run(database, '2026-05-04')).done).toEqual([])
  expect(await partitionsOf(sql, 'readings')).toEqual([
    'readings_2026_02',
    'readings_2026_03',
    'readings_2026_04',
    'readings_2026_05',
    'readings_2026_06',
    'readings_2026_07',
    'readings_2026_08',
  ])
  expect(await sql`SELECT DISTINCT action FROM tidemark.event ORDER BY 1`).toEqual([
    { action: 'partition create' },
    { action: 'partition drop' },
  ])
})

test('a partition up to MAXVALUE leaves no room, and is found', async () => {
  const database = await databaseWithLedger(`
    CREATE TABLE readings (ts timestamptz NOT NULL) PARTITION BY RANGE (ts);
    CREATE TABLE readings_all PARTITION OF readings FOR VALUES FROM ('2026-01-01Z') TO (MAXVALUE)`)
  await setPolicy(database.sql, 'readings', { column_name: 'ts', every: '1 month' })
  expect(await codes(database, '2026-03-10')).toEqual(['TM405'])
})

test('names of any characters and length fit, and no two of them become the same', async () => {
  const table = 'جدول اندازه‌گیری "دما" و رطوبت'
  const long = 'a'.repeat(63)
  const database = await databaseWithLedger(`
    CREATE SCHEMA "Wéird ""q";
    CREATE TABLE "Wéird ""q"."${table.replaceAll('"', '""')}" (ts timestamptz NOT NULL) PARTITION BY RANGE (ts);
    CREATE TABLE ${long} (region text, ts timestamptz NOT NULL) PARTITION BY RANGE (ts)`)
  const indexes = ['first of two', 'first of three'].map((name) => ({ name, definition: 'USING btree (ts)' }))
  await setPolicy(database.sql, table, {
    ...{ schema_name: 'Wéird "q', column_name: 'ts', every: '1 day', premake: 1, template: { indexes } },
  })
  const parts = ['_europe', '_east', '_rest'].map((suffix, index) => ({
    suffix,
    bound: index === 2 ? 'DEFAULT' : `FOR VALUES IN ('${suffix}')`,
  }))
  await setPolicy(database.sql, long, {
    ...{ column_name: 'ts', every: '1 hour', premake: 1, template: { indexes, below: { by: 'LIST (region)', parts } } },
  })
  expect((await run(database, '2026-11-20')).failed).toEqual([])
  expect(await codes(database, '2026-11-20')).toEqual([])
  expect((await run(database, '2026-11-20', 'repair')).done).toEqual([])
  const [first] = await partitionsOf(database.sql, long)
  expect(await database.sql`SELECT count(*)::int AS n FROM pg_index WHERE indrelid = ${first!}::regclass`).toEqual([
    { n: 2 },
  ])
})

test('a name that many partitions have already is not the end of them', async () => {
  const database = await databaseWithLedger(readings)
  await setPolicy(database.sql, 'readings', {
    column_name: 'ts',
    every: '1 day',
    premake: 15,
    names: '{table}_{YYYYMM}',
  })
  await run(database, '2026-11-01')
  expect((await run(database, '2026-11-16')).failed).toEqual([])
  expect(await partitionsOf(database.sql, 'readings')).toHaveLength(32)
})

test('default privileges open no way around the row security of the table', async () => {
  const reader = roleName('reader')
  const database = await databaseWithLedger(`
    CREATE ROLE ${reader};
    CREATE TABLE readings (region text, ts timestamptz NOT NULL) PARTITION BY RANGE (ts);
    ALTER TABLE readings ENABLE ROW LEVEL SECURITY;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO ${reader};
    ALTER DEFAULT PRIVILEGES GRANT INSERT ON TABLES TO PUBLIC`)
  const below = { by: 'LIST (region)', parts: [{ suffix: '_rest', bound: 'DEFAULT' }] }
  await setPolicy(database.sql, 'readings', {
    ...{ column_name: 'ts', every: '1 day', premake: 1, default_partition: true, template: { below } },
  })
  expect((await run(database, '2026-11-20')).done).toHaveLength(4)
  expect(
    await database.sql`
      SELECT oid::regclass FROM pg_class
       WHERE relname LIKE 'readings_%' AND relkind IN ('r', 'p')
         AND (has_table_privilege(${reader}, oid, 'SELECT') OR has_table_privilege(${reader}, oid, 'INSERT'))`,
  ).toEqual([])
})

test('a detach that somebody else began is finished, and its rows are no table to be dropped', async () => {
  const database = await databaseWithLedger(`${readings};
    CREATE TABLE readings_p1 PARTITION OF readings FOR VALUES FROM ('2026-01-01Z') TO ('2026-02-01Z')`)
  const { sql } = database
  await setPolicy(sql, 'readings', {
    column_name: 'ts',
    every: '1 month',
    premake: 0,
    retain: '90 days',
    expired: 'drop',
  })
  const reader = await sql.reserve()
  await reader`BEGIN`
  await reader`SELECT FROM readings`
  const detaching = await reserve(database.url, 'somebody')
  await detaching.ask('SET statement_timeout = 500')
  await expect(detaching.ask('ALTER TABLE readings DETACH PARTITION readings_p1 CONCURRENTLY')).rejects.toThrow(
    'timeout',
  )
  await reader`COMMIT`
  await detaching.close()
  reader.release()
  expect(briefly(await run(database, '2026-11-20'))[0]).toBe(
    'finalize readings_p1 its detach was begun and not finished',
  )
  expect(
    await sql`SELECT partition, state, relation = 'readings_p1'::regclass AS same FROM tidemark.former_partition`,
  ).toEqual([{ partition: 'public.readings_p1', state: 'detached', same: true }])
})

test('a row that is infinitely long ago can be moved by nobody', async () => {
  const database = await databaseWithLedger(`${readings}; CREATE TABLE readings_rest PARTITION OF readings DEFAULT`)
  await setPolicy(database.sql, 'readings', { column_name: 'ts', every: '1 day', premake: 1, default_partition: true })
  await database.sql`INSERT INTO readings VALUES (1, '-infinity'), (2, '2026-11-10')`
  const found = async () => {
    const connection = await connect(database.url)
    const health = await readHealth(asking(connection), { at: '2026-11-20' })
    await connection.close()
    return health.flatMap(partitionFindings).filter(({ code }) => code === 'TM408')
  }
  expect(String((await found())[0]!.fix)).toMatch(/-infinity.*repair/s)
  await run(database, '2026-11-20')
  expect(String((await found())[0]!.fix)).not.toContain('repair')
})

test('writers hardly wait while maintenance waits for a reader that is idle in its transaction', async () => {
  const database = await databaseWithLedger(`${readings}; CREATE TABLE readings_rest PARTITION OF readings DEFAULT;
    CREATE TABLE readings_old PARTITION OF readings FOR VALUES FROM ('2026-01-01Z') TO ('2026-02-01Z')`)
  const { sql } = database
  await setPolicy(sql, 'readings', { column_name: 'ts', every: '1 month', premake: 1, default_partition: true })
  await run(database, '2026-11-20')
  await sql`UPDATE tidemark.partition_policy SET retain = '90 days'`
  const reader = await reserve(database.url, 'reader')
  await reader.ask('BEGIN; SELECT FROM readings')
  let isRunning = true
  let longest = 0
  const write = async (): Promise<void> => {
    while (isRunning) {
      const began = performance.now()
      await sql`INSERT INTO readings VALUES (1, '2026-11-20')`
      longest = Math.max(longest, performance.now() - began)
    }
  }
  const writing = write()
  const plan = (ask: Parameters<typeof planOf>[1]) => planOf('maintain', ask, { at: '2026-11-20' })
  const running = maintain({ url: database.url, origin, timeouts: { lock: 5000, attempts: 8 }, lockWait: 5000, plan })
  await sleep(2000)
  await reader.ask('COMMIT')
  expect((await running).done.map(({ action }) => action)).toContain('detach')
  isRunning = false
  await writing
  await reader.close()
  expect(longest).toBeLessThan(1000)
})
