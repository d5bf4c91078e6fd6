import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check as runCheck } from '../../src/check/check.js'
import { exitCodeOf } from '../../src/check/findings.js'
import { loadConfig, type ConfigFlags } from '../../src/config/load.js'
import { reachesCluster, reachesOut } from '../../src/replay/reaches-cluster.js'
import { step } from '../../src/revisions/migration.js'
import { sql } from '../../src/sql/sql.js'
import { inProcess } from '../support/in-process.js'
import { createDatabase, createServer, roleName } from '../support/database.js'
import { testedMajor } from '../support/embedded.js'
import { createProject } from '../support/project.js'

const notes = (columns: string): string => `
import { table } from 'tidemark'
export const notes = table('notes', (c) => ({
  id: c.integer().primaryKey(),
${columns}}))
`

async function project(schema = notes('  text: c.text(),\n'), setup = '', create = createDatabase) {
  const database = await create(setup)
  const cwd = await createProject({ 'tidemark.config.json': '{}', 'schema/notes.ts': schema })
  const run = (...args: string[]) => inProcess([...args, '--url', database.url], { cwd })
  const check = async (flags: ConfigFlags = {}) => {
    const result = await runCheck(await loadConfig({ url: database.url, ...flags }, { cwd, env: {} }), () => {})
    return { code: exitCodeOf(result.findings), ...result }
  }
  const declare = (text: string) => writeFile(join(cwd, 'schema/notes.ts'), text)
  return { database, cwd, run, check, declare }
}

async function applied(...args: Parameters<typeof project>) {
  const made = await project(...args)
  expect(await made.run('autogenerate', '-m', 'notes')).toMatchObject({ code: 0 })
  expect(await made.run('up')).toMatchObject({ code: 0 })
  return made
}

test('what stands alone is named: the database, the declarations, or the migrations', async () => {
  const { database, check, declare } = await applied()
  expect(await check()).toMatchObject({ code: 0, findings: [], notes: [] })

  await database.sql`ALTER TABLE notes ADD by_hand integer DEFAULT 7`
  const drift = await check()
  expect(drift).toMatchObject({ code: 5, findings: [{ code: 'TM420', subject: 'column public.notes.by_hand' }] })
  expect(drift.findings).toHaveLength(1)
  expect(drift.findings[0]!.fix).toContain('take it back: tidemark adopt-drift --revert, then tidemark up')

  await declare(notes('  text: c.text(),\n  by_hand: c.integer().default(7),\n'))
  expect(await check()).toMatchObject({
    code: 5,
    findings: [{ code: 'TM420', subject: 'column public.notes.by_hand', at: { line: 6 } }],
  })

  await database.sql`ALTER TABLE notes DROP by_hand`
  expect(await check()).toMatchObject({
    code: 6,
    findings: [
      { code: 'TM421', subject: 'column public.notes.by_hand', fix: 'tidemark autogenerate', at: { line: 6 } },
    ],
  })

  await database.sql`ALTER TABLE notes ALTER text SET NOT NULL`
  const both = await check()
  expect(both.code).toBe(5)
  expect(both.findings.map(({ code, subject }) => [code, subject])).toEqual([
    ['TM420', 'not-null public.notes.text'],
    ['TM421', 'column public.notes.by_hand'],
  ])
})

test('while a migration waits, what nobody generated is still found, and what it will mend is not', async () => {
  const { run, check, declare, database } = await applied()
  await declare(notes('  text: c.text(),\n  more: c.text(),\n'))
  expect((await run('autogenerate', '-m', 'more')).code).toBe(0)
  expect((await check()).findings.map(({ code }) => code)).toEqual(['TM401'])
  await declare(notes('  text: c.text(),\n  more: c.text(),\n  most: c.text(),\n'))
  await database.sql`ALTER TABLE notes ADD by_hand integer`
  expect((await check()).findings.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
    expect.stringMatching(/^TM401/),
    'TM420 column public.notes.by_hand',
    'TM421 column public.notes.most',
  ])
})

test('what was there before the first migration is no drift', async () => {
  const schema = `${notes('  text: c.text(),\n')}export const old = table('old', (c) => ({ id: c.integer() }))`
  const { check } = await applied(schema, 'CREATE TABLE old (id integer)')
  const { code, findings, notes: said } = await check()
  expect({ code, findings }).toEqual({ code: 0, findings: [] })
  expect(said).toMatchObject([{ code: 'TM422', what: 'no migration makes table public.old' }])
})

test('privileges that a migration adds to those that were there are no drift', async () => {
  const role = roleName('three_way_earlier')
  const schema = `
import { defaultPrivileges, role } from 'tidemark'
export const reader = role('${role}')
export const given = defaultPrivileges({ in: 'public' }).grant(reader).on('tables').to('select', 'insert')`
  const before = `CREATE ROLE ${role}; ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO ${role}`
  const { check, database } = await applied(schema, before)
  const { code, findings, notes: said } = await check()
  expect({ code, findings }).toEqual({ code: 0, findings: [] })
  expect(said).toMatchObject([{ code: 'TM422' }])
  await database.sql.unsafe(`ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE INSERT ON TABLES FROM ${role}`)
  expect(await check()).toMatchObject({ code: 5 })
})

test('migrations that cannot be replayed leave the comparison of declarations and database', async () => {
  const schema = `
import { table } from 'tidemark'
export const old = table('old', (c) => ({ id: c.integer(), more: c.text() }))`
  const { check, database } = await applied(schema, 'CREATE TABLE old (id integer)')
  const first = await check()
  expect(first).toMatchObject({ code: 0, findings: [], notes: [{ code: 'TM423' }] })
  expect(first.notes[0]!.why).toContain('relation "public.old" does not exist')
  await database.sql`ALTER TABLE old ADD by_hand integer`
  expect(await check()).toMatchObject({ code: 6, findings: [{ code: 'TM403', subject: 'column public.old.by_hand' }] })
  // The failure is remembered: nothing is built for it again.
  expect(await check({ scratchUrl: 'postgres://nobody@127.0.0.1:1/none' })).toMatchObject({ code: 6 })
})

test('a replay is kept by content: an unchanged project needs no scratch database', async () => {
  const { check } = await applied()
  expect((await check()).code).toBe(0)
  expect(await check({ scratchUrl: 'postgres://nobody@127.0.0.1:1/none' })).toMatchObject({ code: 0, notes: [] })
})

test.runIf(testedMajor === 18)(
  'migrations that make roles are replayed where they change no cluster of anybody',
  async () => {
    const role = roleName('three_way')
    const schema = `
import { grant, role, table } from 'tidemark'
const reader = role('${role}', { connectionLimit: 5 })
export const notes = table('notes', (c) => ({ id: c.integer() }), () => ({ grants: [grant(reader).to('select')] }))`
    const { check, database } = await applied(schema)
    expect(await check()).toMatchObject({ code: 0, findings: [], notes: [] })
    await database.sql.unsafe(`ALTER ROLE ${role} CONNECTION LIMIT 6`)
    expect(await check()).toMatchObject({ code: 5, findings: [{ code: 'TM420', subject: `role ${role}` }] })
    await database.sql.unsafe(`REVOKE ALL ON notes FROM ${role}`)
    expect((await check()).findings.map(({ subject }) => subject)).toContain(`grant table public.notes to ${role}`)
  },
)

test('an edited migration says that it cannot tell', async () => {
  const { check, cwd } = await applied()
  const [file] = await readdir(join(cwd, 'migrations'))
  const path = join(cwd, 'migrations', file!)
  await writeFile(path, (await readFile(path, 'utf8')).replace('text text', 'text varchar'))
  expect(await check()).toMatchObject({ code: 5, findings: [{ code: 'TM404' }], notes: [{ code: 'TM423' }] })
})

test.each([
  ['CREATE TABLE a (b integer)', false],
  ['GRANT SELECT ON a TO b', false],
  ['CREATE USER MAPPING FOR a SERVER b', false],
  ['CREATE ROLE a', true],
  ['alter  /* x */ role a LOGIN', true],
  ['GRANT a TO b', true],
  ['REVOKE a FROM b', true],
  ['COMMENT ON DATABASE a IS $$x$$', true],
  ['DO $$ BEGIN CREATE ROLE a; END $$', true],
  ['DO $$ BEGIN GRANT a TO b; END $$', true],
  ['DROP OWNED BY a', true],
])('%s: reaches beyond the database is %s', (text, expected) => {
  expect(reachesCluster({ steps: [step({ up: sql.raw(text), down: sql`` })] })).toBe(expected)
})

test.each([
  ['CREATE TABLE a (b integer)', false],
  ['CREATE EXTENSION dblink', false],
  ['CREATE SUBSCRIPTION s CONNECTION $$x$$ PUBLICATION p', true],
  ['IMPORT FOREIGN SCHEMA a FROM SERVER b INTO c', true],
  ["SELECT dblink_connect('x')", true],
  ["COPY a FROM PROGRAM 'x'", true],
])('%s: reaches beyond the server is %s', (text, expected) => {
  expect(reachesOut({ steps: [step({ up: sql.raw(text), down: sql`` })] })).toBe(expected)
})

test('a migration that talks to another server is not replayed, and that is said', async () => {
  const { run, database, cwd } = await applied()
  const text = `CREATE SUBSCRIPTION far CONNECTION 'host=localhost' PUBLICATION p WITH (connect = false, slot_name = NONE)`
  const [first] = await readdir(join(cwd, 'migrations'))
  const parent = /_([0-9a-f]{12})_/.exec(first!)![1]
  await writeFile(
    join(cwd, 'migrations/20990101T0000_fa0000000000_far.ts'),
    `import { migration, step, sql } from 'tidemark'
export default migration({ revision: 'fa0000000000', parents: ['${parent}'], message: 'far' }, [
  step({ up: sql\`${text}\`, down: sql\`DROP SUBSCRIPTION far\` }),
])
`,
  )
  expect(await run('up')).toMatchObject({ code: 0 })
  const { stdout } = await run('check', '--json')
  expect(JSON.parse(stdout).notes[0]).toMatchObject({
    code: 'TM423',
    why: expect.stringContaining('talks to another server'),
  })
  await database.sql.unsafe('ALTER SUBSCRIPTION far DISABLE')
  await database.sql.unsafe('DROP SUBSCRIPTION far')
})

test('what was found in sync is remembered as long as files, ledger and catalog are the same', async () => {
  const { check, cwd, database, declare } = await applied(undefined, undefined, createServer)
  expect(await check()).toMatchObject({ code: 0, notCompared: [] })
  const folder = join(cwd, '.tidemark/cache/in-sync')
  const [record] = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const kept = JSON.parse(await readFile(join(folder, record!), 'utf8')) as object
  await writeFile(join(folder, record!), JSON.stringify({ ...kept, notCompared: ['remembered'] }))
  expect(await check()).toMatchObject({ code: 0, notCompared: ['remembered'] })
  await database.sql`COMMENT ON TABLE notes IS 'by hand'`
  expect(await check()).toMatchObject({ code: 5, notCompared: [] })
  await database.sql`COMMENT ON TABLE notes IS NULL`
  expect((await check()).code).toBe(0)
  await declare(notes('  text: c.text().notNull(),\n'))
  expect(await check()).toMatchObject({ code: 6, notCompared: [] })
})
