import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmbedded, type EmbeddedServer } from '../../src/database/embedded.js'
import { inProcess } from '../support/in-process.js'
import { createProject } from '../support/project.js'

const installed = '/usr/lib/postgresql/15'
const extensions = '/usr/share/postgresql/15/extension'
const isThere = existsSync(`${installed}/lib/pg_cron.so`) && existsSync(`${extensions}/pg_partman.control`)

/** With Debian's postgresql-15-cron and postgresql-15-partman. */
describe.skipIf(!isThere)('beside pg_cron and pg_partman', () => {
  let server: EmbeddedServer
  let sql: postgres.Sql
  let packageDir: string

  beforeAll(async () => {
    packageDir = await mkdtemp(join(tmpdir(), 'tidemark-debian-'))
    await chmod(packageDir, 0o755)
    await mkdir(join(packageDir, 'native'))
    await writeFile(join(packageDir, 'package.json'), JSON.stringify({ version: '15.0.0' }))
    await symlink(join(installed, 'bin'), join(packageDir, 'native/bin'))
    server = await startEmbedded({
      packageDir,
      major: 15,
      settings: {
        shared_preload_libraries: 'pg_cron',
        'cron.database_name': 'postgres',
        'cron.use_background_workers': 'on',
      },
    })
    sql = postgres(server.url, { max: 2, onnotice: () => {}, fetch_types: false })
  }, 60_000)

  afterAll(async () => {
    await sql.end()
    await server.stop()
    await rm(packageDir, { recursive: true, force: true })
  })

  test('partitions of pg_partman are adopted, and pg_cron maintains them', { timeout: 180_000 }, async () => {
    await sql.unsafe(`
      CREATE EXTENSION pg_cron; CREATE SCHEMA partman; CREATE EXTENSION pg_partman SCHEMA partman;
      CREATE TABLE readings (id bigint, ts timestamptz NOT NULL) PARTITION BY RANGE (ts);
      SELECT partman.create_parent('public.readings', 'ts', 'native', 'daily', p_premake := 2);
      INSERT INTO readings VALUES (1, now()), (2, '2100-01-01');
      DELETE FROM partman.part_config`)
    const cwd = await createProject({
      'tidemark.config.json': '{}',
      'schema/a.ts': `
import { extension, schema, table, telemetry } from 'tidemark'
export const readings = telemetry('readings', (c) => ({ id: c.bigint(), ts: c.timestamptz().notNull() }), (t) => ({
  partitionBy: { column: t.ts, every: '1 day', premake: 6 },
}))`,
    })
    const run = (...args: string[]) => inProcess([...args, '--url', server.url], { cwd })
    const { stdout } = await run(
      'autogenerate',
      '-m',
      'adopt',
      '--json',
      '--allow',
      'all',
      '--yes',
      '--renames',
      'none',
    )
    const { changes } = JSON.parse(stdout) as { changes: { type: string; object: string }[] }
    expect(changes.filter(({ object }) => object.includes('readings_'))).toEqual([])
    expect(changes).toContainEqual({ type: 'add', object: 'partition-policy public.readings' })

    // The extensions are not declared, and shall stay: the policy alone.
    await sql`CREATE TABLE before AS SELECT count(*)::int FROM pg_inherits WHERE inhparent = 'readings'::regclass`
    const project = await createProject({ 'tidemark.config.json': '{}' })
    const there = (...args: string[]) => inProcess([...args, '--url', server.url], { cwd: project })
    expect(await there('partitions', 'schedule', '--pg-cron', '--cron', '* * * * *')).toMatchObject({ code: 0 })
    expect(await there('up')).toMatchObject({ code: 0 })
    expect(await sql`SELECT schedule, command, active FROM cron.job`).toEqual([
      { schedule: '* * * * *', command: 'CALL tidemark.maintain_partitions()', active: true },
    ])
    await sql`INSERT INTO tidemark.partition_policy (schema_name, table_name, column_name, every, premake) VALUES ('public', 'readings', 'ts', '1 day', 6)`
    // pg_cron itself runs it, at the beginning of the next minute.
    await expect
      .poll(
        async () => [
          ...(await sql`SELECT status, return_message FROM cron.job_run_details WHERE status IN ('succeeded', 'failed')`),
        ],
        {
          timeout: 100_000,
          interval: 500,
        },
      )
      .toEqual([{ status: 'succeeded', return_message: expect.any(String) as string }])
    const [row] = await sql`
      SELECT (SELECT count FROM before) < (SELECT count(*) FROM pg_inherits WHERE inhparent = 'readings'::regclass) AS more,
             (SELECT count(*)::int FROM tidemark.partition_policy p, tidemark.partition_plan(p)) AS todo`
    expect(row).toEqual({ more: true, todo: 0 })
    expect(await there('down', 'base')).toMatchObject({ code: 0 })
    expect(await sql`SELECT * FROM cron.job`).toHaveLength(0)
  })
})
