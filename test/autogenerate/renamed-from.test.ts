import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProcess } from '../support/in-process.js'
import { createDatabase, roleName } from '../support/database.js'
import { createProject } from '../support/project.js'

const declaration = `
import { check, fn, index, rule, schema, sql, statistics, table, trigger, unique } from 'tidemark'
const app = schema('shop', { renamedFrom: 'app' })
export const touch = fn('touch', { returns: 'trigger', language: 'plpgsql', body: sql\`BEGIN RETURN NEW; END\` })
export const items = table(app('items'), (c) => ({ id: c.integer(), price: c.integer() }), (t) => ({
  constraints: [
    check('price_known', sql\`price > 0\`).renamedFrom('price_check'),
    unique('item_key').on(t.id).renamedFrom('items_key'),
  ],
  indexes: [index('by_price').on(t.price).renamedFrom('items_price')],
  triggers: [trigger('touched').before('update').forEach('row').execute(touch).renamedFrom('touch')],
  parts: [
    rule('never').on('delete').also(sql\`NOTHING\`).renamedFrom('no_delete'),
    statistics('of_items').on(t.id, t.price).renamedFrom('items_stat'),
  ],
}))`

test('constraints, indexes, triggers, rules, statistics and schemas are renamed, and renamed back', async () => {
  const database = await createDatabase(`
    CREATE SCHEMA app;
    CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE TABLE app.items (id integer, price integer, CONSTRAINT price_check CHECK (price > 0), CONSTRAINT items_key UNIQUE (id));
    CREATE INDEX items_price ON app.items (price);
    CREATE TRIGGER touch BEFORE UPDATE ON app.items FOR EACH ROW EXECUTE FUNCTION touch();
    CREATE RULE no_delete AS ON DELETE TO app.items DO ALSO NOTHING;
    CREATE STATISTICS app.items_stat ON id, price FROM app.items;
    INSERT INTO app.items VALUES (1, 2)`)
  const cwd = await createProject({ 'tidemark.config.json': '{}', 'schema/items.ts': declaration })
  const run = (...args: string[]) => inProcess([...args, '--url', database.url], { cwd })

  expect((await run('autogenerate', '-m', 'rename')).stderr).not.toContain('error')
  const [file] = await readdir(join(cwd, 'migrations'))
  const text = await readFile(join(cwd, 'migrations', file!), 'utf8')
  expect(text).not.toMatch(/DROP|CREATE/)
  expect(text.match(/RENAME/g)).toHaveLength(14)

  expect((await run('up')).code).toBe(0)
  expect(await database.sql`SELECT * FROM shop.items`).toEqual([{ id: 1, price: 2 }])
  expect((await run('check')).code).toBe(0)
  expect((await run('down')).code).toBe(0)
  expect(await database.sql`SELECT * FROM app.items`).toEqual([{ id: 1, price: 2 }])
})

test('privileges on the members of an extension follow its schema', async () => {
  const reader = roleName('reader')
  const database = await createDatabase(`
    CREATE ROLE ${reader}; CREATE SCHEMA tools; CREATE EXTENSION unaccent SCHEMA tools;
    REVOKE EXECUTE ON FUNCTION tools.unaccent(text) FROM PUBLIC; GRANT EXECUTE ON FUNCTION tools.unaccent(text) TO ${reader}`)
  const cwd = await createProject({
    'tidemark.config.json': '{}',
    'schema/tools.ts': `
import { everyone, extension, grant, revoke, role, schema } from 'tidemark'
export const reader = role('${reader}')
const tools = schema('kit', { renamedFrom: 'tools' })
export const unaccent = extension('unaccent', { schema: tools }).with(
  revoke(everyone).onPart('function kit.unaccent(pg_catalog.text)').from('execute'),
  grant(reader).onPart('function kit.unaccent(pg_catalog.text)').to('execute'),
)`,
  })
  const run = (...args: string[]) => inProcess([...args, '--url', database.url], { cwd })
  expect((await run('autogenerate', '-m', 'rename')).stderr).not.toContain('error')
  const [file] = await readdir(join(cwd, 'migrations'))
  expect((await readFile(join(cwd, 'migrations', file!), 'utf8')).match(/sql`[^`]*`/g)).toEqual([
    'sql`ALTER SCHEMA tools RENAME TO kit`',
    'sql`ALTER SCHEMA kit RENAME TO tools`',
  ])
  expect((await run('up')).code).toBe(0)
  expect((await run('check')).code).toBe(0)
})
