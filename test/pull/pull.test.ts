import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tidemark } from '../support/cli.js'
import { createDatabase, createServer } from '../support/database.js'
import { createProject } from '../support/project.js'

const live = `
CREATE SCHEMA "Odd Schema";
CREATE TABLE "Odd Schema"."class" (
  "id" bigint GENERATED ALWAYS AS IDENTITY (START WITH 10) PRIMARY KEY,
  "with""quote" text NOT NULL DEFAULT 'it''s',
  "با" numeric(10,2) DEFAULT 1.50,
  "parent" bigint REFERENCES "Odd Schema"."class" ON DELETE SET NULL,
  tags text[] DEFAULT '{}' NOT NULL,
  at timestamp(3) with time zone DEFAULT now(),
  CHECK (tags <> '{a,b}')
);
CREATE INDEX "Über idx" ON "Odd Schema"."class" (lower("with""quote") DESC, at) WHERE at > '2020-01-01 00:00+00';
CREATE TABLE a (id integer PRIMARY KEY, b_id integer);
CREATE TABLE b (id integer PRIMARY KEY, a_id integer REFERENCES a);
ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b;`

test('a pulled database reads as a person would write it', async () => {
  const database = await createDatabase(live)
  const cwd = await createProject()
  const { code, stderr } = await tidemark(['pull', '--url', database.url, '--out', 'schema'], { cwd })
  expect(stderr).not.toContain('error')
  expect(code).toBe(0)
  expect(await readFile(join(cwd, 'schema/odd_schema/tables/class.ts'), 'utf8'))
    .toBe(`import { check, index, key, sql, table, type Column } from 'tidemark'
import { oddSchema } from '../../schemas.js'

export const classTable = table(oddSchema('class'), (c) => ({
  id: c.bigint().identityAlways({ start: 10 }).primaryKey(),
  'with"quote': c.text().default('it\\'s').notNull(),
  با: c.numeric(10, 2).default(sql\`1.50\`),
  parent: c.bigint().references((): Column => classTable.id, { onDelete: 'set null' }),
  tags: c.text().array().default(sql\`'{}'::text[]\`).notNull(),
  at: c.timestamptz(3).default(sql\`now()\`),
}), (t) => ({
  constraints: [check('class_tags_check', sql\`tags <> '{a,b}'::text[]\`)],
  indexes: [
    index('Über idx').on(key(sql\`lower("with""quote")\`).desc(), t.at).where(sql\`at > '2020-01-01 00:00:00+00'::timestamp with time zone\`),
  ],
}))
`)
})

test('pulled declarations are the database: nothing is left to do, and a second pull says the same', async () => {
  const database = await createServer(live)
  const cwd = await createProject({ 'tidemark.config.json': '{}' })
  const run = (...args: string[]) => tidemark([...args, '--url', database.url], { cwd })
  await run('pull', '--out', 'schema')
  const { code, stdout } = await run('autogenerate', '-m', 'x', '--json')
  expect(JSON.parse(stdout)).toMatchObject({ changes: [], file: null })
  expect(code).toBe(0)
  const first = await readFile(join(cwd, 'schema/tables/a.ts'), 'utf8')
  expect((await run('pull', '--out', 'schema')).code).toBe(2)
  expect((await run('pull', '--out', 'schema', '--force')).code).toBe(0)
  expect(await readFile(join(cwd, 'schema/tables/a.ts'), 'utf8')).toBe(first)
})

test('that a role has a password is said, as it is never read', async () => {
  const database = await createServer("CREATE ROLE pull_app LOGIN PASSWORD 'hunter2'; CREATE ROLE pull_reader")
  const cwd = await createProject()
  const { code, stderr } = await tidemark(['pull', '--url', database.url, '--out', 'schema'], { cwd })
  expect(code).toBe(0)
  expect(stderr).toContain('not compared: password of role pull_app\n')
  expect(stderr).not.toContain('pull_reader')
  expect(stderr).not.toMatch(/hunter2|SCRAM/)
  expect(await readFile(join(cwd, 'schema/roles.ts'), 'utf8')).toContain("role('pull_app', { login: true })")
})
