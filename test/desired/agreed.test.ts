import { expect, test } from 'vitest'
import { agreedObjects } from '../../src/desired/agreed.js'
import { loadDeclared } from '../../src/desired/desired.js'
import { kinds } from '../../src/kinds/index.js'
import { createProject } from '../support/project.js'
import { createSubject, readSide } from '../support/transition.js'

const live = `
  CREATE FUNCTION one() RETURNS integer LANGUAGE sql IMMUTABLE RETURN 1;
  CREATE TABLE users (id integer PRIMARY KEY, name text DEFAULT ''::text);
  CREATE TABLE posts (id integer PRIMARY KEY, author integer CONSTRAINT posts_author_fkey REFERENCES users);
  CREATE TABLE notes (id integer DEFAULT one(), CONSTRAINT positive CHECK (id > 0));
  CREATE TABLE tags (id integer);
  CREATE VIEW recent AS SELECT id FROM tags`

const base = {
  head: `import { check, fn, sql, table, view } from 'tidemark'`,
  one: `export const one = fn('one', { returns: 'integer', language: 'sql', volatility: 'immutable', atomic: 'RETURN 1' })`,
  users: `export const users = table('users', (c) => ({ id: c.integer().primaryKey(), name: c.text().default('') }))`,
  posts: `export const posts = table('posts', (c) => ({ id: c.integer().primaryKey(), author: c.integer().references(() => users.id) }))`,
  notes: `export const notes = table('notes', (c) => ({ id: c.integer().default(sql\`one()\`) }), () => ({ constraints: [check('positive', sql\`id > 0\`)] }))`,
  tags: `export const tags = table('tags', (c) => ({ id: c.integer() }))`,
}

const subject = await createSubject(live)
const empty = await createSubject()

/** The tables that need no scratch database, when some declarations are other than those of the live database. */
async function agreedTables(changed: Partial<Record<keyof typeof base | 'more', string>>): Promise<string[]> {
  const folder = await createProject({ 'schema.ts': Object.values({ ...base, ...changed }).join('\n') })
  const declared = await loadDeclared(folder, subject.server.version, kinds)
  const side = await readSide(subject)
  const dependencies = new Map([...side.snapshot.objects.keys()].map((id) => [id, side.dependencies(id)]))
  const agreed = agreedObjects(declared, (await readSide(empty)).snapshot, side.snapshot, dependencies, kinds)
  return [...agreed.values()].filter(({ kind }) => kind === 'table').map(({ id }) => id.replace('table public.', ''))
}

// What calls a function of which the body is parsed is always built.
test('tables that are declared as the catalog prints them are known', async () => {
  expect(await agreedTables({})).toEqual(['users', 'posts', 'tags'])
})

test.each<[string, Parameters<typeof agreedTables>[0], readonly string[]]>([
  ['another type, and what refers to it', { users: base.users.replace('c.text()', 'c.varchar()') }, ['users', 'posts']],
  ['an expression in other words', { users: base.users.replace("''", `sql\`''\``) }, ['users', 'posts']],
  ['a part that is not declared', { users: base.users.replace(".default('')", '') }, ['users', 'posts']],
  ['what a view may name', { more: 'export const recent = view(\'recent\', sql`SELECT id FROM "tags"`)' }, ['tags']],
])('not known: %s', async (_what, changed, unknown) => {
  const before = await agreedTables({})
  const after = await agreedTables(changed)
  for (const name of unknown) expect(after).not.toContain(name)
  // The others are as they were: only what has to be is built.
  expect(after).toEqual(before.filter((name) => !unknown.includes(name)))
})
