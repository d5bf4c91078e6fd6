import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import { expect, onTestFinished, test } from 'vitest'
import { tidemark } from '../support/cli.js'
import { startServer } from '../support/embedded.js'
import { createProject } from '../support/project.js'

test(
  'the telemetry template works at once, and down base leaves nothing behind, roles included',
  { timeout: 120_000 },
  async () => {
    // A server of its own: the template's roles would be seen by every other test.
    const server = await startServer()
    onTestFinished(async () => void (await server.stop()))
    const sql = postgres(server.url, { max: 1, onnotice: () => {}, fetch_types: false })
    onTestFinished(() => sql.end())
    const database = { sql, url: server.url }
    const cwd = await createProject()
    const run = (...args: string[]) => tidemark([...args, '--url', database.url], { cwd })
    expect((await tidemark(['init', '--template', 'telemetry'], { cwd })).code).toBe(0)
    expect((await run('autogenerate', '-m', 'first')).code).toBe(0)
    const [file] = (await readdir(join(cwd, 'migrations'))).filter((name) => name.endsWith('.ts'))
    expect(await readFile(join(cwd, 'migrations', file!), 'utf8')).toContain(
      "roles: ['telemetry_reader', 'telemetry_writer'],",
    )
    expect((await run('up')).code).toBe(0)
    expect(await run('check')).toMatchObject({ code: 0 })
    const [{ partitions }] = (await database.sql`
    SELECT count(*)::int AS partitions FROM pg_inherits WHERE inhparent = 'telemetry'::regclass`) as unknown as [
      { partitions: number },
    ]
    expect(partitions).toBe(6)

    // The writer may store a message of its tenant and can do nothing else; the reader sees only its own tenant's.
    const tenant = '00000000-0000-0000-0000-000000000001'
    await database.sql.unsafe(`
    INSERT INTO users (id, tenant_id, email) VALUES ('${tenant}', '${tenant}', 'a@example.org');
    INSERT INTO devices (device_uid, tenant_id, owner_id, name) VALUES ('d1', '${tenant}', '${tenant}', 'first')`)
    const as = (role: string, who: string, statement: string) =>
      database.sql.begin(async (tx) => {
        await tx.unsafe(`SET LOCAL ROLE ${role}; SET LOCAL app.tenant = '${who}'`).simple()
        return [...(await tx.unsafe(statement))]
      })
    const message = `INSERT INTO telemetry (device_uid, tenant_id, msg_id, payload) VALUES ('d1', '${tenant}', 'm1', '{"temperature": 21.5}')`
    await as('telemetry_writer', tenant, message)
    const other = '00000000-0000-0000-0000-000000000002'
    await expect(as('telemetry_writer', other, message)).rejects.toThrow('row-level security')
    await expect(as('telemetry_writer', tenant, 'DELETE FROM telemetry')).rejects.toThrow('permission denied')
    expect(await as('telemetry_reader', tenant, 'SELECT temperature FROM telemetry')).toEqual([{ temperature: '21.5' }])
    expect(await as('telemetry_reader', other, 'SELECT temperature FROM telemetry')).toEqual([])

    await database.sql.unsafe('DROP TABLE telemetry_' + new Date().toISOString().slice(0, 7).replace('-', '_'))
    expect(await run('check')).toMatchObject({
      code: 9,
      stderr: expect.stringContaining('error TM405 partitions-missing  table public.telemetry') as string,
    })

    expect((await run('down', 'base')).code).toBe(0)
    const left = await database.sql`
    SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT rolname FROM pg_roles WHERE rolname LIKE 'telemetry\\_%'`
    expect(left).toEqual([])
  },
)

test('init overwrites nothing', async () => {
  const cwd = await createProject()
  await writeFile(join(cwd, 'tidemark.config.ts'), 'mine')
  const { code, stderr } = await tidemark(['init'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toBe(`error TM041 project-exists
  what: these files are there already: tidemark.config.ts
  why:  init never overwrites a file; nothing was written
  fix:  choose an empty folder with --dir
`)
  expect(await readdir(cwd)).toEqual(['tidemark.config.ts'])
})
