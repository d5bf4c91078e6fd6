import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDatabase, roleName } from '../support/database.js'
import { inProcess } from '../support/in-process.js'
import { createProject } from '../support/project.js'

test('a migration that would leave behind the rows that policies hide from its role is stopped', async () => {
  const owner = roleName('owner')
  const { url: admin, sql } = await createDatabase(`
    CREATE ROLE ${owner} LOGIN CREATEDB PASSWORD 'x'; ALTER SCHEMA public OWNER TO ${owner};
    DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO ${owner}', current_database()); END $$`)
  const url = new URL(admin)
  url.username = owner
  url.password = 'x'
  const plain = `
import { policy, sql, table } from 'tidemark'
export const notes = table('notes', (c) => ({ id: c.integer().notNull() }), (t) => ({
  rowSecurity: 'force', policies: [policy('few').using(sql\`id < 5\`)],
}))`
  const cwd = await createProject({ 'tidemark.config.json': '{}', 'schema/a.ts': plain })
  const run = (...args: string[]) => inProcess([...args, '--url', url.href], { cwd })
  expect(await run('autogenerate', '-m', 'first')).toMatchObject({ code: 0 })
  expect(await run('up')).toMatchObject({ code: 0 })
  await sql`INSERT INTO notes SELECT n FROM generate_series(1, 10) n`
  const anew = plain
    .replace('import {', 'import { hash, partition,')
    .replace('({\n  rowSecurity', '({\n  partitionBy: hash(t.id), rowSecurity')
  await writeFile(
    join(cwd, 'schema/a.ts'),
    `${anew}\nexport const all = partition('notes_0').of(notes).modulus(1).remainder(0)`,
  )
  expect(await run('autogenerate', '-m', 'second')).toMatchObject({ code: 0 })
  const { code, stderr } = await run('up')
  expect(code).toBe(2)
  expect(stderr).toContain('query would be affected by row-level security policy for table "notes"')
  expect(stderr).toContain('BYPASSRLS')
  expect(await sql`SELECT count(*)::int AS n FROM notes`).toEqual([{ n: 10 }])
})
