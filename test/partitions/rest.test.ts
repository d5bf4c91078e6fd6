import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDatabase } from '../support/database.js'
import { inProcess } from '../support/in-process.js'
import { createProject } from '../support/project.js'
import { databaseWithLedger, partitionsOf } from './support.js'

/** Rows that fit no partition while a table becomes partitioned. */

const plain = `
import { primaryKey, table } from 'tidemark'
export const readings = table('readings', (c) => ({ id: c.integer().notNull(), ts: c.timestamptz().notNull() }), (t) => ({
  constraints: [primaryKey().on(t.id, t.ts)],
}))`
const monthly = plain
  .replace(', table }', ', telemetry }')
  .replace("= table('readings'", "= telemetry('readings'")
  .replace('  constraints', "  partitionBy: { column: t.ts, every: '1 month', premake: 1 }, constraints")

test.each(['shadow', 'copy'])(
  'rows without a time stop a conversion by %s before anything is exchanged',
  async (way) => {
    const { url, sql } = await createDatabase()
    const cwd = await createProject({ 'tidemark.config.json': '{}', 'schema/a.ts': plain })
    const run = (...args: string[]) => inProcess([...args, '--url', url], { cwd })
    expect(await run('autogenerate', '-m', 'first')).toMatchObject({ code: 0 })
    expect(await run('up')).toMatchObject({ code: 0 })
    await sql`
    INSERT INTO readings VALUES (1, 'infinity'), (2, '-infinity'), (3, '2026-01-05'), (4, '2100-01-01'), (5, '1970-01-01'), (6, '2026-03-05')`
    const all = await sql`SELECT id, ts::text FROM readings ORDER BY id`
    await writeFile(join(cwd, 'schema/a.ts'), monthly)
    expect(await run('autogenerate', '-m', 'second', '--convert', way)).toMatchObject({ code: 0 })
    const refused = await run('up')
    expect(refused.code).toBe(2)
    expect(refused.stderr).toMatch(way === 'copy' ? /ts\) = \(-?infinity\)/ : '2 rows belong to no period')
    expect(refused.stderr).toMatch(/fix: {2}.*default partition/s)
    expect(await sql`SELECT id, ts::text FROM readings ORDER BY id`).toEqual(all)

    await sql`DELETE FROM readings WHERE id <= 2`
    expect(await run('up')).toMatchObject({ code: 0 })
    expect(await sql`SELECT id, ts::text FROM readings ORDER BY id`).toEqual(all.slice(2))
    expect(await run('down')).toMatchObject({ code: 0 })
    expect(await sql`SELECT id, ts::text FROM readings ORDER BY id`).toEqual(all.slice(2))
  },
)

test('a row that comes after the others were settled gets its partition in the exchange, or stops it', async () => {
  const { sql } = await databaseWithLedger(`
    CREATE TABLE readings (id integer, ts timestamptz) PARTITION BY RANGE (ts);
    CREATE TABLE "readings rest" PARTITION OF readings DEFAULT;
    INSERT INTO readings VALUES (1, '2100-01-05')`)
  const settings = JSON.stringify({ column_name: 'ts', every: '1 month', premake: 0 })
  const dropRest = (...more: string[]) =>
    sql.unsafe(
      `SELECT tidemark.drop_rest('public', 'readings', '"readings rest"'${more.map((text) => `, '${text}'`).join('')})`,
    )
  await expect(dropRest()).rejects.toThrow('1 rows fit none of the partitions that are declared')
  await sql`INSERT INTO readings VALUES (2, NULL)`
  await expect(dropRest(settings)).rejects.toThrow('1 rows belong to no period')
  expect(await sql`SELECT id FROM readings ORDER BY id`).toEqual([{ id: 1 }, { id: 2 }])
  await sql`DELETE FROM readings WHERE id = 2`
  await dropRest(settings)
  expect(await sql`SELECT tableoid::regclass::text AS at FROM readings`).toEqual([{ at: 'readings_2100_01' }])
  expect(
    await sql`SELECT to_regclass('"readings rest"') AS there, (SELECT count(*)::int FROM tidemark.partition_policy) AS policies`,
  ).toEqual([{ there: null, policies: 0 }])
  await sql`SELECT tidemark.set_partition_policy('public', 'readings', ${settings}::text::jsonb)`
  expect(await partitionsOf(sql, 'readings')).toContain('readings_2100_01')
})

test('rows of every kind of key get their partitions', async () => {
  const { sql } = await databaseWithLedger(
    'CREATE TABLE old (id uuid); CREATE TABLE readings (id uuid) PARTITION BY RANGE (id)',
  )
  await sql`
    INSERT INTO old SELECT tidemark.partition_value('uuidv7', NULL, extract(epoch FROM day))::uuid
      FROM (VALUES ('2026-01-05Z'::timestamptz), ('2026-03-05Z')) v (day)`
  const settings = JSON.stringify({ column_name: 'id', every: '1 month', premake: 0, holds: 'uuidv7' })
  await sql`SELECT tidemark.set_partition_policy('public', 'readings', ${settings}::text::jsonb)`
  await sql`SELECT tidemark.cover_rows('public', 'readings', 'old')`
  await sql`INSERT INTO readings SELECT * FROM old`
  expect(await sql`SELECT DISTINCT tableoid::regclass::text AS at FROM readings ORDER BY 1`).toEqual([
    { at: 'readings_2026_01' },
    { at: 'readings_2026_03' },
  ])
})
