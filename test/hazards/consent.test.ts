import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProcess } from '../support/in-process.js'
import { createDatabase } from '../support/database.js'
import { createProject } from '../support/project.js'

const orders = (columns: string): string => `
import { table } from 'tidemark'
export const orders = table('orders', (c) => ({ id: c.integer().primaryKey()${columns} }))`

async function withPendingDrop(rows: string, ...flags: string[]) {
  const database = await createDatabase()
  const cwd = await createProject({ 'tidemark.config.json': '{}', 'schema/orders.ts': orders(', note: c.text()') })
  const run = (...args: string[]) => inProcess([...args, '--url', database.url], { cwd })
  await run('autogenerate', '-m', 'orders')
  await run('up')
  await database.sql.unsafe(`INSERT INTO orders ${rows}`)
  await writeFile(join(cwd, 'schema/orders.ts'), orders(''))
  const generated = await run('autogenerate', '-m', 'no note', ...flags)
  expect(generated.code).toBe(0)
  const written = await readdir(join(cwd, 'migrations'))
  const file = join(
    cwd,
    'migrations',
    written.find((name) => name.endsWith('no_note.ts'))!,
  )
  return { database, cwd, run, generated, file }
}

const many = `SELECT n, CASE WHEN n <= 1204 THEN 'x' END FROM generate_series(1, 2000) n`

test('what loses data is written and said, and up refuses it until somebody consents', async () => {
  const { database, run, generated, file } = await withPendingDrop(many)
  expect(generated.stderr).toContain(`warning TM203 destructive-drop  column public.orders.note
  what: column public.orders.note is dropped with its values: here 1,204 values
  why:  the way back restores the column, not its values
  fix:  consent to it: --allow TM203, here or at tidemark up
  at:   schema/orders.ts:3:23
`)
  const text = await readFile(file, 'utf8')
  expect(text).toContain(`  hazards: ['TM203 column public.orders.note'],`)
  // What a development database holds is not what the others hold.
  expect(text).not.toContain('1,204')

  expect((await run('check')).code).toBe(8)
  expect((await run('check', '--allow', 'TM203')).code).toBe(4)
  expect((await run('up', '--dry-run')).code).toBe(0)
  const refused = await run('up', '--yes')
  expect(refused.code).toBe(3)
  expect(refused.stderr).toMatch(
    /^error TM203 destructive-drop {2}column public\.orders\.note\n {2}what: the migration [0-9a-f]{12} \(no note\) drops a column that holds 1,204 values\n {2}why: {2}the way back restores the column, not its values\n {2}fix: {2}allow it for this run: tidemark up --allow TM203\n {8}or for every database, in the migration: allow: \['TM203'\]\n {2}at: {3}migrations\/\S+\n$/,
  )
  expect(await database.sql`SELECT count(note)::int AS n FROM orders`).toEqual([{ n: 1204 }])
  expect((await run('up', '--allow', 'TM201')).code).toBe(3)
  expect((await run('up', '--allow', 'TM203')).code).toBe(0)
  expect((await run('down')).code).toBe(0)
})

test('consent that is given when a migration is written stands in it', async () => {
  const { run, file } = await withPendingDrop(many, '--allow', 'all', '--yes', '--renames', 'none')
  expect(await readFile(file, 'utf8')).toContain(`  allow: ['TM203'],`)
  expect((await run('up')).code).toBe(0)
  expect((await run('down', '--yes')).code).toBe(0)
})

test('a database that holds nothing of it has nothing to lose', async () => {
  const { run, generated } = await withPendingDrop('VALUES (1, NULL)')
  expect(generated.stderr).toContain('is dropped with its values: here there are no values')
  expect((await run('check')).code).toBe(4)
  expect((await run('up')).code).toBe(0)
})

test('an object that does not exist yet is only harmless where nothing is renamed on the way', async () => {
  const { run, cwd, file } = await withPendingDrop(many)
  const head = (revision: string, parents: string, extra: string, up: string, down: string): string =>
    `import { migration, step, sql } from 'tidemark'\nexport default migration({ revision: '${revision}', parents: ['${parents}'], message: 'm', ${extra} }, [step({ up: sql\`${up}\`, down: sql\`${down}\` })])\n`
  const [, revision] = /revision: '(\w+)'/.exec(await readFile(file, 'utf8'))!
  const path = (name: string): string => join(cwd, 'migrations', `99990101T0000_${name}.ts`)
  const drop = `hazards: ['TM201 table public.other']`
  await writeFile(path('a'), head('aaaaaaaaaaaa', revision!, '', 'CREATE TABLE other ()', 'DROP TABLE other'))
  await writeFile(path('b'), head('bbbbbbbbbbbb', 'aaaaaaaaaaaa', drop, 'DROP TABLE other', 'CREATE TABLE other ()'))
  expect((await run('up', '--allow', 'TM203')).code).toBe(0)
  expect((await run('down', revision!)).code).toBe(0)
  await writeFile(
    path('a'),
    head('aaaaaaaaaaaa', revision!, '', 'ALTER TABLE orders RENAME TO other', 'ALTER TABLE other RENAME TO orders'),
  )
  expect((await run('up', '--allow', 'TM203')).code).toBe(3)
})
