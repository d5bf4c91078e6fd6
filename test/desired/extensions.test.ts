import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDatabase } from '../support/database.js'
import { testedMajor } from '../support/embedded.js'
import { inProcess } from '../support/in-process.js'
import { createProject } from '../support/project.js'

// Only from 18 on can a server look for extensions in another folder.
test.skipIf(testedMajor < 18)('an extension is made after those that it needs, whatever their names', async () => {
  const database = await createDatabase()
  const cwd = await createProject({
    'tidemark.config.json': '{}',
    'schema/a.ts': `
      import { extension, schema } from 'tidemark'
      export const app = schema('app')
      export const user = extension('a_user', { schema: app })
      export const needed = extension('needed', { schema: 'public' })`,
  })
  const folder = join(cwd, 'extension')
  await mkdir(folder)
  for (const [name, requires] of [
    ['a_user', 'needed'],
    ['needed', ''],
  ]) {
    const control = `default_version = '1'\nrelocatable = true\n${requires === '' ? '' : `requires = '${requires}'\n`}`
    await writeFile(join(folder, `${name}.control`), control)
    await writeFile(join(folder, `${name}--1.sql`), `CREATE FUNCTION ${name}() RETURNS integer LANGUAGE sql RETURN 1;`)
  }
  const url = new URL(database.url)
  url.searchParams.set('options', `-c extension_control_path=${cwd}:$system`)
  const run = (...args: string[]) => inProcess([...args, '--url', url.href], { cwd })
  const { code, stderr } = await run('autogenerate', '-m', 'first')
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('error')])
  expect((await run('up')).code).toBe(0)
  expect(
    await database.sql`SELECT extname, extnamespace::regnamespace::text FROM pg_extension WHERE oid > 16384 ORDER BY 1`,
  ).toEqual([
    { extname: 'a_user', extnamespace: 'app' },
    { extname: 'needed', extnamespace: 'public' },
  ])
  expect((await run('check')).stderr).toContain('is as declared')
})
