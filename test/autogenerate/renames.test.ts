import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProcess } from '../support/in-process.js'
import { createDatabase, rolePrefix, type TestDatabase } from '../support/database.js'
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

/** A project of two tables, with columns `one` and `other`, that are there. */
async function twoTables(names: readonly [string, string]) {
  const database = await createDatabase()
  const tables = (one: string, other: string): string => `
import { table } from 'tidemark'
export const one = table(${one}, (c) => ({ one: c.integer() }))
export const other = table(${other}, (c) => ({ other: c.text() }))`
  const cwd = await createProject({ 'tidemark.config.json': '{}', 'schema/a.ts': tables(...names) })
  const run = (...args: string[]) => inProcess([...args, '--url', database.url], { cwd })
  await run('autogenerate', '-m', 'first')
  expect((await run('up')).code).toBe(0)
  const declareTables = (one: string, other: string): Promise<void> =>
    writeFile(join(cwd, 'schema/a.ts'), tables(one, other))
  const ups = async (): Promise<string[]> =>
    [...(await newest(cwd)).matchAll(/up: +sql`([^`]*)`/g)].map(([, text]) => text!)
  return { database, declareTables, run, ups }
}

const declare = async (cwd: string, change: (text: string) => string): Promise<void> => {
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

test('a role is renamed by the migration and not before, with all that it holds', async () => {
  const [old, other] = [`${rolePrefix}old`, `${rolePrefix}other`]
  const declared = (role: string): string => `
import { table, role, grant, policy, sql } from 'tidemark'
export const reader = ${role}
export const member = role('${other}', { memberOf: [reader] })
export const notes = table('notes', (c) => ({ id: c.integer(), text: c.text() }), () => ({
  policies: [policy('own').to(reader).using(sql\`id > 0\`)],
  grants: [grant(reader).to('select')],
}))`
  const database = await createDatabase()
  const roles = async (): Promise<string[]> =>
    (await database.sql`SELECT rolname FROM pg_roles WHERE rolname LIKE ${`${rolePrefix}%`} ORDER BY 1`).map(
      (row) => row['rolname'] as string,
    )
  const cwd = await createProject({ 'tidemark.config.json': '{}', 'schema/a.ts': declared(`role('${old}')`) })
  const run = (...args: string[]) => inProcess([...args, '--url', database.url], { cwd })
  expect((await run('autogenerate', '-m', 'first')).stderr).not.toContain('error')
  expect((await run('up')).code).toBe(0)
  const name = `${rolePrefix}new`
  await writeFile(join(cwd, 'schema/a.ts'), declared(`role('${name}', { renamedFrom: '${old}' })`))
  expect((await run('autogenerate', '-m', 'second')).code).toBe(0)
  expect(await roles()).toEqual([old, other])
  expect((await newest(cwd)).match(/sql`[^`]*`/g)).toEqual([
    `sql\`ALTER ROLE ${old} RENAME TO ${name}\``,
    `sql\`ALTER ROLE ${name} RENAME TO ${old}\``,
  ])
  expect((await run('up')).code).toBe(0)
  expect(await roles()).toEqual([name, other])
  expect((await run('check')).code).toBe(0)
  expect((await run('down', '--yes')).code).toBe(0)
  expect(await roles()).toEqual([old, other])
})

test('what is said of a renamed object follows it: owners, privileges on columns, constructors of a range, attributes', async () => {
  const [owner, reader] = [`${rolePrefix}owner`, `${rolePrefix}reader`]
  const declared = ([shops, open, hours, place]: readonly string[]): string => `
import { comment, compositeType, grant, owner, rangeType, revoke, role, table } from 'tidemark'
const keeper = role('${owner}')
const reader = role('${reader}')
export { keeper, reader }
export const hours = ${hours}.with(revoke('public').from('usage'))
export const place = ${place}, (c) => ({ city: c.text().with(comment('where')) }))
export const shops = ${shops}, (c) => ({ id: c.integer(), ${open}.with(comment('when')) }), (t) => ({
  parts: [owner(keeper)],
  grants: [grant(reader).onColumns(t.${open!.slice(0, open!.indexOf(':'))}).to('select')],
}))`
  const database = await createDatabase()
  const cwd = await createProject({
    'tidemark.config.json': '{}',
    'schema/a.ts': declared([
      `table('shops'`,
      'open: c.type(hours)',
      `rangeType('hours', { subtype: 'time' })`,
      `compositeType('place'`,
    ]),
  })
  const run = (...args: string[]) => inProcess([...args, '--url', database.url], { cwd })
  expect((await run('autogenerate', '-m', 'first')).stderr).not.toContain('error')
  expect((await run('up')).code).toBe(0)
  await writeFile(
    join(cwd, 'schema/a.ts'),
    declared([
      `table('places'`,
      `times: c.type(hours).renamedFrom('open')`,
      `rangeType('times', { subtype: 'time', multirange: 'public.hours_multirange', renamedFrom: 'hours' })`,
      `compositeType('site'`,
    ]),
  )
  const { stderr } = await run('autogenerate', '-m', 'second', '--rename', 'shops=places', '--rename', 'place=site')
  expect(stderr).not.toContain('error')
  const text = await newest(cwd)
  expect(text.match(/ALTER \w+ [^`]* RENAME [^`]*/g)).toEqual([
    'ALTER TYPE public.hours RENAME TO times',
    'ALTER FUNCTION public.hours(time without time zone, time without time zone) RENAME TO times',
    'ALTER FUNCTION public.hours(time without time zone, time without time zone, text) RENAME TO times',
    'ALTER TYPE public.times RENAME TO hours',
    'ALTER FUNCTION public.times(time without time zone, time without time zone) RENAME TO hours',
    'ALTER FUNCTION public.times(time without time zone, time without time zone, text) RENAME TO hours',
    'ALTER TYPE public.place RENAME TO site',
    'ALTER TYPE public.site RENAME TO place',
    'ALTER TABLE public.shops RENAME TO places',
    'ALTER TABLE public.places RENAME TO shops',
    'ALTER TABLE public.places RENAME COLUMN open TO times',
    'ALTER TABLE public.places RENAME COLUMN times TO open',
  ])
  expect(text).not.toMatch(/GRANT|REVOKE|OWNER|COMMENT|DROP|CREATE/)
  expect((await run('up')).code).toBe(0)
  expect((await run('check')).code).toBe(0)
  expect((await run('down', '--yes')).code).toBe(0)
})

test('an answer that fits nothing is refused, since what it is about would be dropped', async () => {
  const { cwd, run } = await started()
  await declare(cwd, (text) => text.replace("'people'", "'persons'"))
  const { code, stderr } = await run('autogenerate', '-m', 'second', '--renames', 'none', '--rename', 'people=person')
  expect(code).toBe(2)
  expect(stderr).toBe(`error TM212 unused-rename  people=person
  what: nothing of the first name goes while something of its kind comes under the second, in the same place
  fix:  give both names in full, such as --rename public.people.fullname=public.people.name; --dry-run shows what goes and comes
`)
})

test('--no-rename of what is not there is refused, since what was meant would be renamed', async () => {
  const { cwd, run } = await started()
  await declare(cwd, (text) => text.replace("'people'", "'persons'"))
  const answers = ['--renames', 'auto', '--no-rename', 'poeple']
  const { code, stderr } = await run('autogenerate', '-m', 'second', ...answers)
  expect([code, stderr.split('\n')[0]]).toEqual([2, 'error TM212 unused-rename  poeple'])
})

test('a name is free before another takes it', async () => {
  const { declareTables, run, ups } = await twoTables(["'a'", "'b'"])
  await declareTables("'b'", "'c'")
  const answers = ['--rename', 'a=b', '--rename', 'b=c']
  expect((await run('autogenerate', '-m', 'second', ...answers)).code).toBe(0)
  expect(await ups()).toEqual(['ALTER TABLE public.b RENAME TO c', 'ALTER TABLE public.a RENAME TO b'])
})

test('what stands in something renamed is not looked for in what had that name before', async () => {
  const database = await createDatabase()
  const tables = (text: string): string => `import { table } from 'tidemark'\n${text}`
  const cwd = await createProject({
    'tidemark.config.json': '{}',
    'schema/a.ts': tables(`
      export const a = table('a', (c) => ({ x: c.integer() }))
      export const b = table('b', (c) => ({ x: c.integer() }))`),
  })
  const run = (...args: string[]) => inProcess([...args, '--url', database.url], { cwd })
  await run('autogenerate', '-m', 'first')
  await run('up')
  await writeFile(
    join(cwd, 'schema/a.ts'),
    tables(`
      export const b = table('b', (c) => ({ y: c.integer().renamedFrom('x') }), () => ({ renamedFrom: 'a' }))
      export const c = table('c', (c) => ({ x: c.integer() }), () => ({ renamedFrom: 'b' }))`),
  )
  expect((await run('autogenerate', '-m', 'second')).stderr).not.toContain('error')
  expect((await newest(cwd)).match(/up: +sql`[^`]*`/g)).toEqual([
    'up:   sql`ALTER TABLE public.b RENAME TO c`',
    'up:   sql`ALTER TABLE public.a RENAME TO b`',
    'up:   sql`ALTER TABLE public.b RENAME COLUMN x TO y`',
  ])
})

test('tables that exchange their names keep their rows, there and back', async () => {
  const { database, declareTables, run, ups } = await twoTables(["'a'", "'b'"])
  await database.sql`INSERT INTO a VALUES (1)`
  await declareTables("'b'", "'a'")
  expect((await run('autogenerate', '-m', 'second', '--rename', 'a=b', '--rename', 'b=a')).stderr).not.toContain(
    'error',
  )
  expect(await ups()).toEqual([
    'ALTER TABLE public.b RENAME TO b_aside',
    'ALTER TABLE public.a RENAME TO b',
    'ALTER TABLE public.b_aside RENAME TO a',
  ])
  expect((await run('up')).code).toBe(0)
  expect(await database.sql`SELECT one FROM b`).toEqual([{ one: 1 }])
  expect((await run('check')).code).toBe(0)
  expect((await run('down', '--yes')).code).toBe(0)
  expect(await database.sql`SELECT one FROM a`).toEqual([{ one: 1 }])
})

test('columns whose declarations say that they exchange their names do so once; alike ones where a flag says so', async () => {
  const database = await createDatabase()
  const places = (columns: string): string => `
import { table } from 'tidemark'
export const places = table('places', (c) => ({ ${columns} }))`
  const cwd = await createProject({
    'tidemark.config.json': '{}',
    'schema/a.ts': places('x: c.integer(), y: c.text().notNull(), z: c.boolean()'),
  })
  const run = (...args: string[]) => inProcess([...args, '--url', database.url], { cwd })
  await run('autogenerate', '-m', 'first')
  await run('up')
  await database.sql`INSERT INTO places VALUES (1, 'north', true)`
  await writeFile(
    join(cwd, 'schema/a.ts'),
    places(
      "z: c.integer().renamedFrom('x'), x: c.text().notNull().renamedFrom('y'), y: c.boolean().renamedFrom('z'), w: c.boolean()",
    ),
  )
  expect((await run('autogenerate', '-m', 'second')).stderr).not.toContain('error')
  expect((await run('up')).code).toBe(0)
  expect(await database.sql`SELECT x, y, z FROM places`).toEqual([{ x: 'north', y: true, z: 1 }])
  expect((await run('autogenerate', '-m', 'third')).stderr).toContain('Nothing to do')
  const flags = ['--rename', 'places.w=y', '--rename', 'places.y=w']
  expect((await run('autogenerate', '-m', 'third', ...flags)).stderr).not.toContain('error')
  expect((await run('up')).code).toBe(0)
  expect(await database.sql`SELECT w, y FROM places`).toEqual([{ w: true, y: null }])
  expect((await run('down', '--yes', 'first')).stderr).not.toContain('error')
  expect(await database.sql`SELECT x, y, z FROM places`).toEqual([{ x: 1, y: 'north', z: true }])
})
