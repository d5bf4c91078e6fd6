import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProcess } from '../support/in-process.js'
import { createDatabase, roleName } from '../support/database.js'
import { testedMajor } from '../support/embedded.js'
import { createProject } from '../support/project.js'

const reader = roleName('reader')
const writer = roleName('writer')

/** A table on which everything stands that can stand on one; `shape` is what changes. */
const schema = (shape: { call: string; partitionBy: string; key: string; before?: string }): string => `
import { check, comment, fn, foreignKey, grant, index, materializedView, policy, primaryKey, publication, role, rule, sequence,
  sql, statistics, table, telemetry, trigger, unique, view } from 'tidemark'
${shape.before ?? ''}
export const reader = role('${reader}')
export const writer = role('${writer}')
export const devices = table('devices', (c) => ({ id: c.integer().primaryKey() }))
export const numbers = sequence('numbers')
const noted = fn('noted', { returns: 'trigger', language: 'plpgsql', body: sql\`BEGIN RETURN NEW; END\` })
export const readings = ${shape.call}('readings', (c) => ({
  id: c.bigint().identityAlways().with(comment('counted')),
  number: c.integer().notNull().default(numbers.next()),
  device: c.integer().notNull().references(() => devices.id, { onDelete: 'cascade' }),
  ts: c.timestamptz().notNull().default(sql\`now()\`),
  value: c.numeric(8, 2),
  twice: c.numeric().generatedAs(sql\`value * 2\`),
}), (t) => ({
  ${shape.partitionBy}
  constraints: [primaryKey().on(${shape.key}), unique('readings_number_ts_key').on(t.number, t.ts), check('readings_value_check', sql\`value < 1000000\`)],
  indexes: [index('readings_device_idx').on(t.device, t.ts.desc()), index('readings_value_idx').on(t.value).where(sql\`value > 0\`)],
  triggers: [trigger('noted').before('insert').forEach('row').execute(noted)],
  rowSecurity: true,
  policies: [policy('all_of_it').to(reader).using(sql\`device > 0\`)],
  grants: [grant(reader).to('select'), grant(writer).onColumns(t.value).to('update')],
  parts: [comment('What came in'), statistics('readings_stats').on(t.device, t.value), rule('quiet').on('delete').where(sql\`OLD.value IS NULL\`).instead()],
}))
export const marks = table('marks', (c) => ({ number: c.integer().notNull(), ts: c.timestamptz().notNull() }), (t) => ({
  constraints: [foreignKey('marks_reading_fkey').on(t.number, t.ts).references(() => [readings.number, readings.ts])],
}))
export const latest = view('latest', sql\`SELECT device, max(ts) AS ts FROM \${readings} GROUP BY device\`).with(grant(reader).to('select'), comment('Newest'))
export const totals = materializedView('totals', (t) => ({ indexes: [index('totals_device').on(t.device)] }), sql\`SELECT device, sum(value) AS total FROM \${readings} GROUP BY device\`)
export const feed = publication('feed', { tables: [${testedMajor >= 15 ? '{ table: readings, where: sql`number > 0` }' : 'readings'}], publish: ['insert'], viaRoot: true })
`
const plain = schema({ call: 'table', partitionBy: '', key: 't.id' })
const monthly = schema({
  call: 'telemetry',
  partitionBy: "partitionBy: { column: t.ts, every: '1 month' },",
  key: 't.id, t.ts',
})
const hashed =
  schema({
    call: 'table',
    partitionBy: 'partitionBy: hash(t.number),',
    key: 't.id, t.number',
    before: "import { hash, partition } from 'tidemark'",
  }) +
  `
export const even = partition('readings_0').of(readings).modulus(2).remainder(0)
export const odd = partition('readings_1').of(readings).modulus(2).remainder(1)
`

test.each([
  ['adopt', 'a table by time', plain, monthly],
  ['shadow', 'a table by time', plain, monthly],
  ['copy', 'a table by time', plain, monthly],
  ['shadow', 'a table by hash from one by time', monthly, hashed],
])(
  '%s: all that stands on %s is carried over, and back',
  async (recipe, _name, from, to) => {
    const database = await createDatabase()
    const cwd = await createProject({ 'tidemark.config.json': '{}', 'schema/index.ts': from })
    const run = async (...args: string[]): Promise<string> => {
      const { code, stdout, stderr } = await inProcess([...args, '--url', database.url], { cwd })
      expect({ code, output: code === 0 ? '' : stdout + stderr }).toEqual({ code: 0, output: '' })
      return stdout + stderr
    }
    await run('autogenerate', '-m', 'first')
    await run('up')
    await database.sql.unsafe(`
    INSERT INTO devices SELECT generate_series(1, 5);
    INSERT INTO readings (device, value, ts) SELECT 1 + n % 5, n, now() - n * interval '1 hour' FROM generate_series(1, 300) n;
    INSERT INTO marks SELECT number, ts FROM readings WHERE number % 50 = 0;
    REFRESH MATERIALIZED VIEW totals`)
    const rows = async (): Promise<unknown> =>
      (await database.sql`SELECT count(*), sum(id), sum(value), sum(twice), max(number) FROM readings`)[0]
    const before = await rows()
    const isKnown = async (): Promise<boolean> =>
      (await database.sql`SELECT FROM pg_statistic WHERE starelid = 'readings'::regclass`).length > 0
    await writeFile(join(cwd, 'schema/index.ts'), to)
    await run('autogenerate', '-m', 'converted', '--convert', recipe)
    await run('up')
    await run('check')
    expect(await rows()).toEqual(before)
    if (recipe === 'shadow') expect(await isKnown()).toBe(true)
    const [inserted] = await database.sql`INSERT INTO readings (device, value) VALUES (1, 1) RETURNING id::int`
    expect(inserted).toEqual({ id: 301 })
    await run('down')
    if (recipe === 'shadow') expect(await isKnown()).toBe(true)
    await database.sql`DELETE FROM readings WHERE id = 301`
    expect(await rows()).toEqual(before)
    expect(await database.sql`SELECT nspname FROM pg_namespace WHERE nspname LIKE 'tidemark\\_%'`).toEqual([])
    const file = (await readdir(join(cwd, 'migrations'))).find((name) => name.includes('converted'))
    await rm(join(cwd, 'migrations', file!))
    await writeFile(join(cwd, 'schema/index.ts'), from)
    await run('check')
  },
  60_000,
)

test('a table whose adoption was begun near its boundary is a finding', async () => {
  const database = await createDatabase(`
    CREATE TABLE readings (ts timestamptz);
    ALTER TABLE readings ADD CONSTRAINT tidemark_boundary CHECK (ts < '2026-01-01') NOT VALID;
    COMMENT ON CONSTRAINT tidemark_boundary ON readings IS '2026-01-01 00:00:00+00'`)
  const cwd = await createProject({
    'tidemark.config.json': '{}',
    'schema/index.ts': `import { table } from 'tidemark'\nexport const readings = table('readings', (c) => ({ ts: c.timestamptz() }))`,
  })
  const { stdout } = await inProcess(['check', '--json', '--url', database.url], { cwd })
  const { findings } = JSON.parse(stdout) as { findings: { code: string; what: string }[] }
  expect(findings.find(({ code }) => code === 'TM413')?.what).toBe(
    'readings has refused every row from 2026-01-01 00:00:00+00 on',
  )
})

test('what was adopted is divided, and all of it comes back', async () => {
  const database = await createDatabase()
  const cwd = await createProject({ 'tidemark.config.json': '{}', 'schema/index.ts': plain })
  const run = async (...args: string[]): Promise<void> => {
    const { code, stdout, stderr } = await inProcess([...args, '--url', database.url], { cwd })
    expect({ code, output: code === 0 ? '' : stdout + stderr }).toEqual({ code: 0, output: '' })
  }
  const partitions = async (): Promise<number> =>
    (await database.sql`SELECT FROM pg_inherits WHERE inhparent = 'readings'::regclass`).length
  await run('autogenerate', '-m', 'first')
  await run('up')
  await database.sql.unsafe(`
    INSERT INTO devices VALUES (1);
    INSERT INTO readings (device, value, ts) SELECT 1, n, now() - n * interval '1 day' FROM generate_series(1, 100) n`)
  await writeFile(join(cwd, 'schema/index.ts'), monthly)
  await run('autogenerate', '-m', 'adopted', '--convert', 'adopt')
  await run('up')
  const adopted = await partitions()
  await run('autogenerate', '-m', 'divided', '--convert', 'split')
  await run('up')
  await run('check')
  expect(await partitions()).toBeGreaterThan(adopted + 2)
  await run('down')
  expect(await partitions()).toBe(adopted)
  await run('down')
  expect(await database.sql`SELECT count(*)::int AS n, sum(value)::int AS sum FROM readings`).toEqual([
    { n: 100, sum: 5050 },
  ])
  for (const name of await readdir(join(cwd, 'migrations')))
    if (!name.includes('first')) await rm(join(cwd, 'migrations', name))
  await writeFile(join(cwd, 'schema/index.ts'), plain)
  await run('check')
}, 60_000)
