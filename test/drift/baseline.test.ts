import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { CliResult } from '../support/cli.js'
import { createDatabase, roleName, type TestDatabase } from '../support/database.js'
import { inProcess } from '../support/in-process.js'
import { createProject } from '../support/project.js'

const reader = roleName('reader')
let database: TestDatabase
let cwd: string

beforeEach(async () => {
  database = await createDatabase()
  cwd = await createProject({ 'tidemark.config.json': '{}' })
})

const run = (...args: string[]): Promise<CliResult> => inProcess(args, { cwd, env: { DATABASE_URL: database.url } })
const files = (): Promise<readonly string[]> => readdir(join(cwd, 'migrations')).catch(() => [])

describe('a database that exists', () => {
  beforeEach(async () => {
    // A role that nobody's migration made, and that the scratch database has to know.
    await database.sql
      .unsafe(
        `DO $$ BEGIN CREATE ROLE ${reader}; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
         CREATE TYPE mood AS ENUM ('sad', 'happy');
         CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mood mood DEFAULT 'sad');
         GRANT SELECT ON users TO ${reader};
         CREATE VIEW happy AS SELECT id FROM users WHERE mood = 'happy';
         INSERT INTO users (mood) VALUES ('happy')`,
      )
      .simple()
  })

  test('gets a first migration that counts as applied, and that builds another one', async () => {
    const { code, stdout, stderr } = await run('baseline')
    expect(code, stderr).toBe(0)
    expect(stdout).toMatch(/^Wrote migrations\/\S+_baseline\.ts\n$/)
    expect(stderr).toMatch(
      /^It builds what \S+ holds, and counts as applied there; nothing was run\.\nNext: tidemark check, which says what is not declared yet\n$/,
    )
    expect((await run('up')).stderr).toMatch(/^Nothing to do: /)
    expect((await run('pull', '--out', 'schema')).code).toBe(0)
    expect(await run('check')).toMatchObject({ code: 0 })
    expect(await database.sql`SELECT count(*)::int AS count FROM users`).toEqual([{ count: 1 }])
    const first = database
    database = await createDatabase()
    expect((await run('up')).code).toBe(0)
    expect(await run('check')).toMatchObject({ code: 0 })
    expect((await run('down')).code).toBe(0)
    database = first
  })

  test('is proposed where a first migration would stand on what is there', async () => {
    await run('pull', '--out', 'schema')
    await writeFile(
      join(cwd, 'schema/more.ts'),
      `import { table } from 'tidemark'\nexport const more = table('more', (c) => ({ id: c.integer() }))\n`,
    )
    const advice =
      /^\S+ public\.\w+ and 2 other objects were here before the first migration, .*\nTo begin .*: tidemark baseline,/m
    const { code, stderr } = await run('autogenerate', '-m', 'more', '--dry-run')
    expect(code, stderr).toBe(0)
    expect(stderr).toMatch(advice)
    await run('baseline')
    const { stderr: after } = await run('autogenerate', '-m', 'more')
    expect(after).toContain('+ table        public.more')
    expect(after).not.toContain('baseline')
  })

  test('--dry-run shows it only', async () => {
    const { stdout } = await run('baseline', '--dry-run')
    expect(stdout).toContain('CREATE VIEW public.happy')
    expect(await files()).toEqual([])
  })

  test('is refused where the history has begun', async () => {
    expect((await run('baseline')).code).toBe(0)
    const [file] = await files()
    const id = file!.split('_')[1]!
    expect(await run('baseline')).toMatchObject({
      code: 2,
      stderr: `error TM338 history-begun
  what: there is a migration already: ${id} (baseline)
  why:  a baseline is the first migration of a history, for a database that has no ledger
  fix:  say which revision this database is at: tidemark identify, then tidemark stamp REF
        write down what no migration does: tidemark adopt-drift
        put many migrations into one: tidemark squash base:head
        or begin anew: tidemark down base, remove the files, then tidemark baseline
`,
    })
    const other = await createProject({ 'tidemark.config.json': '{}' })
    cwd = other
    expect((await run('baseline')).stderr).toContain(`holds revision ${id} (baseline) already\n`)
  })
})

test('an empty database needs none', async () => {
  const { code, stderr } = await run('baseline')
  expect(code).toBe(0)
  expect(stderr).toMatch(/^Nothing to do: \S+ holds nothing; tidemark autogenerate begins\.\n$/)
  expect(await files()).toEqual([])
})
