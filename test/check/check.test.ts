import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProcess } from '../support/in-process.js'
import { createDatabase } from '../support/database.js'
import { testedMajor } from '../support/embedded.js'
import { createProject } from '../support/project.js'

const schema = `
import { table } from 'tidemark'
export const notes = table('notes', (c) => ({ id: c.integer().primaryKey(), text: c.text() }))`

async function project() {
  const database = await createDatabase()
  const cwd = await createProject({ 'tidemark.config.json': '{}', 'schema/notes.ts': schema })
  const run = (...args: string[]) => inProcess([...args, '--url', database.url], { cwd })
  return { database, cwd, run }
}

test('each cause has its own exit code, and nothing left to do is 0', async () => {
  const { database, cwd, run } = await project()
  expect((await run('check')).code).toBe(6)
  expect((await run('autogenerate', '-m', 'notes')).code).toBe(0)
  const pending = await run('check')
  expect(pending.code).toBe(4)
  expect(pending.stderr).toMatch(
    /^error TM401 pending-revision {2}[0-9a-f]{12}\n {2}what: the revision [0-9a-f]{12} is not applied: notes\n {2}fix: {2}tidemark up\n/,
  )
  expect((await run('autogenerate', '-m', 'again')).code).toBe(2)
  expect((await run('up')).code).toBe(0)
  expect(await run('check')).toMatchObject({ code: 0, stdout: '' })

  await database.sql`ALTER TABLE notes ADD by_hand integer`
  const drifted = await run('check', '--json')
  expect(drifted.code).toBe(5)
  expect(JSON.parse(drifted.stdout).findings).toMatchObject([{ code: 'TM420', subject: 'column public.notes.by_hand' }])
  await database.sql`ALTER TABLE notes DROP by_hand`

  const [file] = await readdir(join(cwd, 'migrations'))
  const path = join(cwd, 'migrations', file!)
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.replace('text text', 'text varchar'))
  expect(await run('check')).toMatchObject({
    code: 5,
    stderr: expect.stringContaining('error TM404 edited-after-up') as string,
  })
  await rm(path)
  expect(await run('check')).toMatchObject({
    code: 5,
    stderr: expect.stringContaining('error TM406 revision-without-file') as string,
  })
})

test('two heads stop a deploy first', async () => {
  const { cwd, run } = await project()
  await run('autogenerate', '-m', 'notes')
  const [file] = await readdir(join(cwd, 'migrations'))
  const text = await readFile(join(cwd, 'migrations', file!), 'utf8')
  await writeFile(
    join(cwd, 'migrations/20260101T0000_aaaaaaaaaaaa_other.ts'),
    text.replace(/revision: '\w+'/, "revision: 'aaaaaaaaaaaa'"),
  )
  const { code, stderr } = await run('check')
  expect(code).toBe(7)
  expect(stderr).toContain(
    'error TM402 diverged-history\n  what: the history has 2 heads:\n        aaaaaaaaaaaa  notes\n',
  )
})

test('what no kind models is named, not passed over', async () => {
  const { database, run } = await project()
  await database.sql`CREATE TEXT SEARCH CONFIGURATION plain (COPY = simple)`
  const { stdout } = await run('check', '--json')
  const { notCompared, findings } = JSON.parse(stdout) as { notCompared: string[]; findings: { subject: string }[] }
  const named = [...notCompared, ...findings.map((item) => item.subject)]
  expect(named.some((name) => name.includes('public.plain'))).toBe(true)
})

test('a foreign key that some triggers of no longer look after is named', async () => {
  const { database, run } = await project()
  await database.sql.unsafe(`
    CREATE TABLE authors (id integer PRIMARY KEY);
    CREATE TABLE books (id integer, author integer REFERENCES authors);
    ALTER TABLE books DISABLE TRIGGER ALL`)
  const { stdout } = await run('check', '--json')
  expect((JSON.parse(stdout) as { notCompared: string[] }).notCompared).toEqual([
    'disabled triggers of constraint public.books.books_author_fkey',
  ])
})

test('an index of a partition that is not as that of the table is named', async () => {
  const { database, run } = await project()
  await database.sql.unsafe(`
    CREATE TABLE visits (at date, place text) PARTITION BY RANGE (at);
    CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2026-02-01') PARTITION BY LIST (place);
    CREATE TABLE visits_1_a PARTITION OF visits_1 FOR VALUES IN ('a');
    CREATE INDEX visits_1_at_idx ON visits_1 (at DESC);
    CREATE INDEX visits_at ON visits (at);
    CREATE INDEX visits_1_place_idx ON visits_1 (place) WITH (fillfactor = 50);
    CREATE INDEX visits_place ON visits (place);
    ALTER INDEX visits_1_a_place_idx SET (fillfactor = 60)`)
  const { stdout } = await run('check', '--json')
  expect((JSON.parse(stdout) as { notCompared: string[] }).notCompared).toEqual([
    'order of index public.visits_1_at_idx, which differs from the index that it is a part of',
    'storage parameters of index public.visits_1_place_idx, which differs from the index that it is a part of',
  ])
})

test.runIf(testedMajor >= 18)('a check that is not enforced where that of the parent is, is named', async () => {
  const { database, run } = await project()
  await database.sql.unsafe(`
    CREATE TABLE orders (id integer);
    CREATE TABLE open_orders () INHERITS (orders);
    CREATE TABLE new_orders () INHERITS (open_orders);
    ALTER TABLE orders ADD CONSTRAINT positive CHECK (id > 0) NOT ENFORCED;
    ALTER TABLE open_orders ADD CONSTRAINT positive CHECK (id > 0)`)
  const { stdout } = await run('check', '--json')
  expect((JSON.parse(stdout) as { notCompared: string[] }).notCompared).toEqual([
    'enforcement of constraint public.new_orders.positive, which differs from its parent’s',
  ])
})

test('an index that all partitions have a part of, and that is not valid, is made valid', async () => {
  const { database, cwd, run } = await project()
  await database.sql.unsafe(`
    CREATE TABLE visits (at date) PARTITION BY RANGE (at);
    CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
    CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
    CREATE INDEX visits_at ON ONLY visits (at);
    CREATE INDEX visits_2_at_idx ON visits_2 (at);
    ALTER INDEX visits_at ATTACH PARTITION visits_2_at_idx;
    DROP TABLE visits_1`)
  await run('pull', '--out', 'schema', '--force')
  await rm(join(cwd, 'schema', 'notes.ts'))
  expect(await readFile(join(cwd, 'schema', 'tables', 'visits.ts'), 'utf8')).toContain(`index('visits_at').on(t.at)]`)
  expect((await run('autogenerate', '-m', 'valid')).code).toBe(0)
  expect((await run('up')).code).toBe(0)
  expect((await run('check')).code).toBe(0)
  expect(await database.sql`SELECT FROM pg_index WHERE NOT indisvalid`).toEqual([])
})

test('a child’s rows may keep a check that is not valid above, and only what is declared of it is asked for', async () => {
  const { database, cwd, run } = await project()
  await database.sql.unsafe(`
    CREATE TABLE readings (n integer, at date) PARTITION BY RANGE (at);
    CREATE TABLE readings_1 PARTITION OF readings FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
    ALTER TABLE readings ADD CONSTRAINT positive CHECK (n > 0) NOT VALID;
    CREATE TABLE readings_2 PARTITION OF readings FOR VALUES FROM ('2026-02-01') TO ('2026-03-01')`)
  const declaration = (first: string): string => `
    import { check, partition, range, sql, table, validated } from 'tidemark'
    export const readings = table('readings', (c) => ({ n: c.integer(), at: c.date() }),
      (t) => ({ partitionBy: range(t.at), constraints: [check('positive', sql\`n > 0\`).notValid()] }))
    export const first = partition('readings_1').of(readings${first}).from('2026-01-01').to('2026-02-01')
    export const second = partition('readings_2').of(readings).from('2026-02-01').to('2026-03-01')`
  const subjects = async (): Promise<string[]> => {
    const { stdout } = await run('check', '--json')
    return (JSON.parse(stdout) as { findings: { subject: string }[] }).findings.map(({ subject }) => subject)
  }
  await rm(join(cwd, 'schema', 'notes.ts'))
  const path = join(cwd, 'schema', 'readings.ts')
  await writeFile(path, declaration(''))
  expect(await subjects()).toEqual([])
  await writeFile(path, declaration(`, () => ({ constraints: [validated('positive')] })`))
  expect(await subjects()).toEqual(['constraint public.readings_1.positive'])
  await writeFile(path, declaration(`, () => ({ constraints: [validated('negative')] })`))
  const { stderr } = await run('check')
  expect(stderr).toContain(
    'error TM135 validated-nothing  constraint public.readings_1.negative\n' +
      '  what: public.readings_1 says that its rows keep the check negative of a parent, and no parent has one\n' +
      '  why:  it comes from public.readings; a check of its own is declared with check(…)\n' +
      "  fix:  leave out validated('negative')\n" +
      '        or declare the check in the parent, with notValid()\n',
  )
})
