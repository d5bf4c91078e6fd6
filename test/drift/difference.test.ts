import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.js'
import { difference, snapshotOf } from '../../src/difference/difference.js'
import { inProcess } from '../support/in-process.js'
import { createDatabase } from '../support/database.js'
import { createProject } from '../support/project.js'

const schema = `
import { table } from 'tidemark'
export const notes = table('notes', (c) => ({ id: c.integer().primaryKey(), more: c.text() }))
`
const migration = `import { migration, step, sql } from 'tidemark'
export default migration({ revision: 'aaaaaaaaaaaa', parents: [], message: 'notes' }, [
  step({ up: sql\`CREATE TABLE notes (id integer PRIMARY KEY, text text)\`, down: sql\`DROP TABLE notes\` }),
])`

test('databases, declarations, revisions and snapshot files are compared with each other, in both directions', async () => {
  const database = await createDatabase('CREATE TABLE notes (id bigint PRIMARY KEY, text text)')
  const cwd = await createProject({
    'tidemark.config.json': '{}',
    'schema/notes.ts': schema,
    'migrations/1_aaaaaaaaaaaa_notes.ts': migration,
  })
  const config = await loadConfig({ url: database.url }, { cwd, env: {} })
  const declared = join(cwd, 'schema')
  const file = join(cwd, 'before.json')
  await writeFile(file, JSON.stringify(await snapshotOf(config, undefined, () => {})))
  const between = async (from: string, to: string): Promise<string[]> =>
    (await difference(config, from, to, () => {})).map(({ type, id }) => `${type} ${id}`)

  expect(await between('base', 'base')).toEqual([])
  expect(await between(file, database.url)).toEqual([])
  expect(await between('head', database.url)).toEqual(['alter column public.notes.id'])
  expect(await between('aaaa', declared)).toEqual(['add column public.notes.more', 'remove column public.notes.text'])
  const toDeclared = ['alter column public.notes.id', 'add column public.notes.more', 'remove column public.notes.text']
  expect(await between(database.url, declared)).toEqual(toDeclared)
  expect(await between(file, declared)).toEqual(toDeclared)
  expect(await between(declared, file)).toEqual([
    'alter column public.notes.id',
    'remove column public.notes.more',
    'add column public.notes.text',
  ])
  const other = await createDatabase('CREATE TABLE other ()')
  expect(await between(database.url, other.url)).toContain('remove table public.notes')
  await expect(between(join(cwd, 'tidemark.config.json'), 'head')).rejects.toMatchObject({
    diagnostics: [{ code: 'TM425' }],
  })
})

test('what differs is data on stdout, never with a password, and has an exit code of its own', async () => {
  const database = await createDatabase('CREATE TABLE a (n integer)')
  const other = await createDatabase('CREATE TABLE a (n bigint)')
  const run = (...args: string[]) => inProcess(['diff', ...args, '--url', database.url])
  const { code, stdout, stderr } = await run(database.url, other.url)
  expect(code).toBe(12)
  expect(stdout).toBe('  ~ table        public.a\n    ~ column       public.a.n  type integer → bigint\n')
  expect(stderr).toContain(`/${other.name}:\n`)
  expect(stderr).not.toContain(new URL(database.url).password)
  const json = await run(database.url, other.url, '--json')
  expect(JSON.parse(json.stdout)).toMatchObject({
    changes: [{ type: 'alter', object: 'column public.a.n', before: { type: 'integer' }, after: { type: 'bigint' } }],
  })
  expect(await run(other.url, other.url)).toMatchObject({ code: 0, stdout: '' })
})
