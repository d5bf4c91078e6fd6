import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDatabase } from '../support/database.js'
import { inProcess } from '../support/in-process.js'
import { createProject } from '../support/project.js'

const orders = (columns: string): string => `
import { table } from 'tidemark'
export const orders = table('orders', (c) => ({ id: c.integer().primaryKey(), ${columns} }))`

async function changed(from: string, rows: string | undefined, to: string) {
  const database = await createDatabase()
  const cwd = await createProject({ 'tidemark.config.json': '{}', 'schema/orders.ts': orders(from) })
  const run = (...args: string[]) => inProcess([...args, '--url', database.url], { cwd })
  await run('autogenerate', '-m', 'orders')
  await run('up')
  if (rows !== undefined) await database.sql.unsafe(`INSERT INTO orders VALUES ${rows}`)
  await writeFile(join(cwd, 'schema/orders.ts'), orders(to))
  const { code, stderr } = await run('autogenerate', '-m', 'changed')
  expect(code, stderr).toBe(0)
  return { run, stderr }
}

const note = 'note: c.text()'

test('a new column for which the rows have no value is said before it fails', async () => {
  const { run, stderr } = await changed(note, "(1, 'x'), (2, NULL)", `${note}, place: c.text().notNull()`)
  expect(stderr).toContain(`warning TM207 missing-values  column public.orders.place
  what: column public.orders.place is new, NOT NULL and without a default: here 2 rows
  why:  PostgreSQL refuses it as long as a row has no value; nothing is lost then
  fix:  give it a default, or let it be null at first, fill it with backfill(…) in a migration, and make it NOT NULL after that
        consent to it: --allow TM207, here or at tidemark up
`)
  const refused = await run('up')
  expect(refused.code).toBe(3)
  expect(refused.stderr).toContain('adds a column that is NOT NULL and has no default to a table that holds 2 rows')
  const failed = await run('up', '--allow', 'TM207')
  expect(failed.code).toBe(2)
  expect(failed.stderr).toContain('column "place" of relation "orders" contains null values (SQLSTATE 23502)')
})

test('so is a column that becomes NOT NULL while it holds nulls', async () => {
  const { run, stderr } = await changed(note, "(1, 'x'), (2, NULL)", `${note}.notNull()`)
  expect(stderr).toContain('what: column public.orders.note becomes NOT NULL: here 1 null\n')
  const refused = await run('up')
  expect(refused.code).toBe(3)
  expect(refused.stderr).toContain('makes a column NOT NULL that holds 1 null\n')
})

test.each([
  ['a default', `${note}, place: c.text().notNull().default('')`, "(1, 'x')"],
  ['an identity', `${note}, place: c.integer().identity()`, "(1, 'x')"],
])('a new column with %s needs no word', async (_name, to, rows) => {
  const { run, stderr } = await changed(note, rows, to)
  expect(stderr).not.toContain('TM207')
  expect((await run('up')).code).toBe(0)
})

test('where there are no rows nobody has to consent', async () => {
  const { run, stderr } = await changed(note, undefined, `${note}.notNull(), place: c.text().notNull()`)
  expect(stderr).toContain('without a default: here there are no rows\n')
  expect((await run('up')).code).toBe(0)
})
