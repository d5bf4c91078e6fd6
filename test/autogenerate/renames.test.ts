import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProcess } from '../support/in-process.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { createProject } from '../support/project.js'

const before = `
import { table, sql, check, index } from 'tidemark'
export const people = table('people', (c) => ({
  id: c.integer().primaryKey(),
  fullname: c.text().notNull(),
  age: c.integer(),
}), (t) => ({ constraints: [check('age_positive', sql\`age > 0\`)], indexes: [index('people_fullname_idx').on(t.fullname)] }))`

/** A project whose first migration is applied and whose table holds a row. */
async function started(): Promise<{
  cwd: string
  database: TestDatabase
  run: (...args: string[]) => ReturnType<typeof inProcess>
}> {
  const database = await createDatabase()
  const cwd = await createProject({ 'tidemark.config.json': '{}', 'schema/people.ts': before })
  const run = (...args: string[]) => inProcess([...args, '--url', database.url], { cwd })
  expect((await run('autogenerate', '-m', 'first')).stderr).not.toContain('error')
  expect((await run('up')).code).toBe(0)
  await database.sql`INSERT INTO people VALUES (1, 'Ada', 36)`
  return { cwd, database, run }
}

const declare = async (cwd: string, change: (text: string) => string): Promise<void> => {
  const { writeFile } = await import('node:fs/promises')
  await writeFile(join(cwd, 'schema/people.ts'), change(before))
}

async function newest(cwd: string): Promise<string> {
  const names = (await readdir(join(cwd, 'migrations'))).filter((name) => !name.includes('_first'))
  return await readFile(join(cwd, 'migrations', names[0]!), 'utf8')
}

test('without a terminal a likely rename is refused, with the flags that answer', async () => {
  const { cwd, run } = await started()
  await declare(cwd, (text) => text.replace('fullname: ', 'name: ').replace('t.fullname', 't.name'))
  const { code, stderr } = await run('autogenerate', '-m', 'second')
  expect(code).toBe(3)
  expect(stderr).toBe(`error TM210 likely-rename
  what: these look like renames:
        column public.people.fullname → public.people.name
  why:  taken as a drop and an add, what they hold would be lost
  fix:  say so in the declaration with renamedFrom, or here: --rename public.people.fullname=public.people.name
        say that it is none: --no-rename public.people.fullname
        take them all: --renames auto; none of them: --renames none
`)
})

test('a renamed column keeps its values there and back, and what names it follows', async () => {
  const { cwd, database, run } = await started()
  await declare(cwd, (text) =>
    text
      .replace('fullname: c.text()', "name: c.text().renamedFrom('fullname')")
      .replaceAll('t.fullname', 't.name')
      .replace('age: ', 'years: ')
      .replace('age > 0', 'years > 0'),
  )
  expect((await run('autogenerate', '-m', 'second', '--rename', 'people.age=years')).code).toBe(0)
  const text = await newest(cwd)
  expect(text).toContain('ALTER TABLE public.people RENAME COLUMN fullname TO name')
  expect(text).toContain('ALTER TABLE public.people RENAME COLUMN age TO years')
  expect(text).not.toContain('DROP')
  expect((await run('up')).code).toBe(0)
  expect(await database.sql`SELECT name, years FROM people`).toEqual([{ name: 'Ada', years: 36 }])
  expect((await run('check')).code).toBe(0)
  expect((await run('down')).code).toBe(0)
  expect(await database.sql`SELECT fullname, age FROM people`).toEqual([{ fullname: 'Ada', age: 36 }])
})

test('a renamed table takes its constraints along, and --renames auto takes a column with it', async () => {
  const { cwd, database, run } = await started()
  await declare(cwd, (text) =>
    text.replace("table('people'", "table('humans'").replace('fullname: ', 'name: ').replace('t.fullname', 't.name'),
  )
  expect((await run('autogenerate', '-m', 'second', '--renames', 'auto')).code).toBe(0)
  expect(await newest(cwd)).not.toContain('DROP')
  expect((await run('up')).code).toBe(0)
  expect(await database.sql`SELECT name FROM humans`).toEqual([{ name: 'Ada' }])
  expect((await run('check')).stderr).toContain('is as declared')
})

test('--renames none and --no-rename drop and add, and say what is lost', async () => {
  const { cwd, run } = await started()
  await declare(cwd, (text) => text.replace('fullname: ', 'name: ').replace('t.fullname', 't.name'))
  const { code, stderr } = await run('autogenerate', '-m', 'second', '--no-rename', 'people.fullname')
  expect(code).toBe(0)
  expect(stderr).toContain(`warning TM203 destructive-drop  column public.people.fullname
  what: column public.people.fullname is dropped with its values: here 1 value
  why:  the way back restores the column, not its values`)
  expect(await newest(cwd)).toContain('// TM203 (up): column public.people.fullname is dropped with its values')
})
