import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../../src/check/check.js'
import { loadConfig } from '../../src/config/load.js'
import { adoptDrift } from '../../src/drift/adopt.js'
import { inProcess } from '../support/in-process.js'
import { createDatabase } from '../support/database.js'
import { createProject } from '../support/project.js'

const notes = (columns: string): string => `
import { table } from 'tidemark'
export const notes = table('notes', (c) => ({ id: c.integer().primaryKey()${columns} }))
`

async function applied() {
  const database = await createDatabase()
  const cwd = await createProject({ 'tidemark.config.json': '{}', 'schema/notes.ts': notes(', text: c.text()') })
  const run = (...args: string[]) => inProcess([...args, '--url', database.url], { cwd })
  expect((await run('autogenerate', '-m', 'notes')).code).toBe(0)
  expect((await run('up')).code).toBe(0)
  const config = await loadConfig({ url: database.url }, { cwd, env: {} })
  const adopt = (revert = false) => adoptDrift(config, { message: 'by hand', revert, dryRun: false }, () => {})
  const codes = async () => (await check(config, () => {})).findings.map(({ code }) => code)
  const files = () => readdir(join(cwd, 'migrations'))
  return { database, cwd, run, adopt, codes, files }
}

test('what was done by hand becomes a migration that counts as applied, and that makes a new database the same', async () => {
  const { database, cwd, adopt, codes, run, files } = await applied()
  expect(await adopt()).toMatchObject({ changes: [], steps: [] })
  expect(await files()).toHaveLength(1)

  await database.sql`ALTER TABLE notes ADD by_hand integer DEFAULT 7`
  const { stamped, changes } = await adopt()
  expect(changes.map(({ type, id }) => `${type} ${id}`)).toEqual([
    'add column public.notes.by_hand',
    'add default public.notes.by_hand',
  ])
  expect((await run('current')).stdout).toContain(stamped)
  expect(await codes()).toEqual(['TM421'])
  await writeFile(join(cwd, 'schema/notes.ts'), notes(', text: c.text(), by_hand: c.integer().default(7)'))
  expect(await codes()).toEqual([])

  const other = await createDatabase()
  expect((await inProcess(['up', '--url', other.url], { cwd })).code).toBe(0)
  expect((await inProcess(['check', '--url', other.url], { cwd })).code).toBe(0)
  expect((await run('down')).code).toBe(0)
  expect(await database.sql`SELECT * FROM notes`.describe()).toMatchObject({
    columns: [{ name: 'id' }, { name: 'text' }],
  })
})

test('or one that takes it back, once somebody consents to what that loses', async () => {
  const { database, adopt, codes, run } = await applied()
  await database.sql`ALTER TABLE notes ADD by_hand integer DEFAULT 7`
  await database.sql`ALTER TABLE notes ALTER text SET NOT NULL`
  await database.sql`INSERT INTO notes VALUES (1, 'x')`
  const { stamped, hazards } = await adopt(true)
  expect(stamped).toBeUndefined()
  expect(hazards.find(({ direction }) => direction === 'up')).toMatchObject({ code: 'TM203', held: 1 })
  expect((await run('up')).code).toBe(3)
  expect((await run('up', '--allow', 'TM203')).code).toBe(0)
  expect(await codes()).toEqual([])
})

test('nothing is adopted while a migration waits', async () => {
  const { cwd, adopt, files } = await applied()
  const [first] = await files()
  const revision = /_([0-9a-f]{12})_/.exec(first!)![1]!
  await writeFile(
    join(cwd, 'migrations/99990101T0000_aaaaaaaaaaaa_more.ts'),
    `import { migration, step, sql } from 'tidemark'
export default migration({ revision: 'aaaaaaaaaaaa', parents: ['${revision}'], message: 'more' }, [
  step({ up: sql\`CREATE TABLE more ()\`, down: sql\`DROP TABLE more\` }),
])`,
  )
  await expect(adopt()).rejects.toMatchObject({ diagnostics: [{ code: 'TM401' }] })
})
