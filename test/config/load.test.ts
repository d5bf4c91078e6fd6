import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig, type ConfigFlags } from '../../src/config/load.js'
import { messageFrom } from '../support/message.js'
import { createProject } from '../support/project.js'

async function failure(files: Readonly<Record<string, string>>, flags: ConfigFlags = {}): Promise<string> {
  const root = await createProject(files)
  return (await messageFrom(loadConfig(flags, { cwd: root, env: {} }))).replaceAll(root, 'ROOT')
}

const config = (text: string): Readonly<Record<string, string>> => ({
  'tidemark.config.ts': `import { defineConfig } from 'tidemark'\nexport default defineConfig(${text})\n`,
})

test('flags win over the environment, the environment over the file; paths are relative to where they are written', async () => {
  const root = await createProject({
    ...config("{ url: 'postgres://file', schema: 'db', allow: ['TM203'] }"),
    'sub/x.ts': '',
  })
  const cwd = join(root, 'sub')
  expect(await loadConfig({ migrations: 'm', allow: ['TM204'] }, { cwd, env: {} })).toEqual({
    root,
    file: join(root, 'tidemark.config.ts'),
    url: 'postgres://file',
    schema: join(root, 'db'),
    migrations: join(cwd, 'm'),
    allow: ['TM203', 'TM204'],
    templates: join(root, 'templates'),
    yes: false,
    json: false,
  })
  const env = { DATABASE_URL: 'postgres://env' }
  expect(await loadConfig({}, { cwd, env })).toMatchObject({ url: 'postgres://env' })
  expect(await loadConfig({ url: 'postgres://flag' }, { cwd, env })).toMatchObject({ url: 'postgres://flag' })
})

test.each([
  ['tidemark.config.mjs', "export default { schema: 'db' }"],
  ['tidemark.config.js', "export default { schema: 'db' }"],
  ['tidemark.config.json', '{ "schema": "db" }'],
  ['package.json', '{ "name": "shop", "tidemark": { "schema": "db" } }'],
])('%s', async (name, text) => {
  const root = await createProject({ [name]: text })
  expect(await loadConfig({}, { cwd: root, env: {} })).toMatchObject({
    root,
    file: join(root, name),
    schema: join(root, 'db'),
  })
})

test('flags are enough', async () => {
  const root = await createProject()
  expect(await loadConfig({ url: 'postgres://flag' }, { cwd: root, env: {} })).toMatchObject({
    root,
    schema: join(root, 'schema'),
    migrations: join(root, 'migrations'),
  })
})

test('--config names the file', async () => {
  const root = await createProject({ 'etc/prod.ts': "export default { schema: '../db' }" })
  expect(await loadConfig({ config: 'etc/prod.ts' }, { cwd: root, env: {} })).toMatchObject({
    root: join(root, 'etc'),
    schema: join(root, 'db'),
  })
})

test('no config', async () => {
  expect(await failure({})).toBe(`\
error TM001 no-config
  what: there is no tidemark.config.ts in ROOT or above it
  why:  and no flag says which schema, migrations or database is meant
  fix:  write one: tidemark init
        or pass --url, --schema and --migrations`)
})

test('no file where --config says', async () => {
  expect(await failure({}, { config: 'prod.ts' })).toBe(`\
error TM002 file-not-found
  what: there is no config file ROOT/prod.ts
  why:  it is named by --config
  fix:  correct --config, or write one: tidemark init`)
})

test('a config with a syntax error', async () => {
  expect(await failure(config("{ schema: 'db' migrations: 'm' }"))).toBe(`\
error TM004 syntax-error
  what: Expected "}" but found "migrations"
  fix:  correct the file
  at:   ROOT/tidemark.config.ts:2:44
        export default defineConfig({ schema: 'db' migrations: 'm' })`)
})

test('a config that throws', async () => {
  expect(await failure({ 'tidemark.config.ts': "\nif (true) throw new Error('REGION is not set')\n" })).toBe(`\
error TM005 module-throws
  what: Error: REGION is not set
  why:  the file throws this while it is loaded
  fix:  correct the file
  at:   ROOT/tidemark.config.ts:2:17
        if (true) throw new Error('REGION is not set')`)
})

test('a config that exports nothing', async () => {
  expect(await failure({ 'tidemark.config.ts': "export const schema = 'db'" })).toBe(`\
error TM003 invalid-config
  what: the config file has no default export
  why:  the default export is the configuration
  fix:  write: export default defineConfig({ schema: 'schema', migrations: 'migrations' })
  at:   ROOT/tidemark.config.ts`)
})

test('an unknown key', async () => {
  expect(await failure({ 'tidemark.config.json': '{ "shema": "db" }' })).toBe(`\
error TM003 invalid-config
  what: the configuration has an unknown key shema
  why:  known are url, schema, migrations, scratchUrl, allow, fileName, templates, afterWrite, hooks
  fix:  correct or remove it
  at:   ROOT/tidemark.config.json`)
})

test('a value of the wrong type, which is not shown', async () => {
  expect(await failure({ 'tidemark.config.json': '{ "url": ["postgres://app:s3cret@localhost/shop"] }' })).toBe(`\
error TM003 invalid-config
  what: url of the configuration is not a string
  why:  it is a list
  fix:  correct it
  at:   ROOT/tidemark.config.json`)
})

test('JSON that is none', async () => {
  expect(await failure({ 'tidemark.config.json': '{ "url": s3cret }' })).toMatch(
    /^error TM004 syntax-error\n {2}what: the file is not valid JSON\n/,
  )
})
