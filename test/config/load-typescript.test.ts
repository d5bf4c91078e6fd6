import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findModules, loadModule, loadModules } from '../../src/config/load-typescript.js'
import { locateError } from '../../src/config/source-position.js'
import { TidemarkError } from '../../src/errors/error.js'
import { Sql } from '../../src/sql/sql.js'
import { messageFrom } from '../support/message.js'
import { createProject } from '../support/project.js'

/** The message of loading one file, with the project's folder as ROOT. */
async function failure(text: string, others: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = await createProject({ 'schema.ts': text, ...others })
  return (await messageFrom(loadModule(join(root, 'schema.ts')))).replaceAll(root, 'ROOT')
}

test('what a file imports from tidemark is the running tool', async () => {
  const root = await createProject({
    'a.ts': "import { sql, type Sql } from 'tidemark'\nexport const now: Sql = sql`now()`",
  })
  const { now } = await loadModule(join(root, 'a.ts'))
  expect(now).toBeInstanceOf(Sql)
})

test('files of a folder are found in order, without tests, types and hidden folders', async () => {
  const root = await createProject({
    'b.ts': '',
    'a.js': '',
    'sub/c.mts': '',
    'a.test.ts': '',
    'types.d.ts': '',
    'notes.md': '',
    '.cache/x.ts': '',
    'node_modules/p/index.js': '',
  })
  expect((await findModules(root)).map((file) => file.slice(root.length + 1))).toEqual(['a.js', 'b.ts', 'sub/c.mts'])
  expect(await findModules(join(root, 'b.ts'))).toEqual([join(root, 'b.ts')])
})

test('a place is told right after the process has gone to another folder', async () => {
  const root = await createProject({
    'schema.ts': 'export const = 1',
    'far/away/from/it/schema.ts': 'export const = 1',
  })
  const home = process.cwd()
  onTestFinished(() => process.chdir(home))
  for (const folder of [root, join(root, 'far/away/from/it')]) {
    process.chdir(folder)
    expect(await messageFrom(loadModule('schema.ts'))).toContain('  at:   schema.ts:1:14')
  }
})

test('several files are one bundle, in which a shared file runs once', async () => {
  const root = await createProject({
    'count.ts': 'export const seen: string[] = []',
    'a.ts': "import { seen } from './count.js'\nseen.push('a')\nexport { seen }",
    'b.ts': "import { seen } from './count'\nseen.push('b')\nexport default 1",
  })
  const [a, b] = [join(root, 'a.ts'), join(root, 'b.ts')]
  const modules = await loadModules([a, b])
  expect(modules[a]?.['seen']).toEqual(['a', 'b'])
  expect(modules[b]).toEqual({ default: 1 })
})

test('a file knows where it lies, and reaches packages and files from there', async () => {
  const root = await createProject({
    'schema/a.ts': `
      import { readFileSync } from 'node:fs'
      import { word } from 'a-package'
      export const body = readFileSync(new URL('body.sql', import.meta.url), 'utf8')
      export const folder = import.meta.dirname
      export { word }`,
    'schema/body.sql': 'SELECT 1',
    'node_modules/a-package/package.json': '{ "name": "a-package", "type": "module", "exports": "./main.js" }',
    'node_modules/a-package/main.js': "export const word = 'from the package'",
  })
  expect(await loadModule(join(root, 'schema/a.ts'))).toEqual({
    body: 'SELECT 1',
    folder: join(root, 'schema'),
    word: 'from the package',
  })
})

test('the place of a call is known after the file was loaded', async () => {
  const root = await createProject({ 'a.ts': '\nexport function where() {\n  return new Error()\n}' })
  const { where } = (await loadModule(join(root, 'a.ts'))) as { where: () => Error }
  expect(locateError(where())).toEqual({ file: join(root, 'a.ts'), line: 3, column: 10, code: 'return new Error()' })
  expect(locateError(new Error('of the tool itself'))).toBeUndefined()
})

test('500 migrations take well under a second of work', async () => {
  const text =
    "import { migration, step, sql } from 'tidemark'\nexport default migration({ revision: 'x', parents: [], message: '' }, [])"
  const names = Array.from({ length: 500 }, (_, index) => `${String(index).padStart(4, '0')}.ts`)
  const root = await createProject(Object.fromEntries(names.map((name) => [name, text])))
  const start = process.cpuUsage()
  const modules = await loadModules(await findModules(root))
  // What others do on the machine does not count.
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(1500)
  expect(Object.keys(modules)).toHaveLength(500)
})

test('a syntax error', async () => {
  expect(await failure("import { sql } from 'tidemark'\n\n  export const a = = sql`now()`\n")).toBe(`\
error TM004 syntax-error
  what: Unexpected "="
  fix:  correct the file
  at:   ROOT/schema.ts:3:20
        export const a = = sql\`now()\``)
})

test('an error that is thrown', async () => {
  expect(await failure('const names: string[] = []\n\nexport const first = names[0]!.toUpperCase()\n')).toBe(`\
error TM005 module-throws
  what: TypeError: Cannot read properties of undefined (reading 'toUpperCase')
  why:  the file throws this while it is loaded
  fix:  correct the file
  at:   ROOT/schema.ts:3:32
        export const first = names[0]!.toUpperCase()`)
})

test('an error in a file that the file imports', async () => {
  const shared = 'export function need(name: string): never {\n  throw new Error(`${name} is not set`)\n}'
  expect(await failure("import { need } from './shared'\nneed('REGION')\n", { 'shared.ts': shared })).toBe(`\
error TM005 module-throws
  what: Error: REGION is not set
  why:  the file throws this while it is loaded
  fix:  correct the file
  at:   ROOT/shared.ts:2:9
        throw new Error(\`\${name} is not set\`)`)
})

test('something thrown that is no error', async () => {
  expect(await failure("throw 'no'")).toBe(`\
error TM005 module-throws
  what: it throws no, which is not an Error
  why:  the file throws this while it is loaded
  fix:  correct the file`)
})

test('an import of a file that is not there', async () => {
  expect(await failure("import './table'\n")).toBe(`\
error TM006 unresolved-import
  what: Could not resolve "./table"
  fix:  correct the path of the import
  at:   ROOT/schema.ts:1:8
        import './table'`)
})

test('an import of a package that is not there', async () => {
  expect(await failure("import { word } from 'no-such-package'\nexport const a = word\n")).toBe(`\
error TM006 unresolved-import
  what: Could not resolve "no-such-package"
  fix:  install the package: npm install no-such-package
  at:   ROOT/schema.ts:1:22
        import { word } from 'no-such-package'`)
})

test('an import of a name that tidemark does not have', async () => {
  expect(await failure("import { tabel } from 'tidemark'\nexport const a = tabel('a')\n")).toBe(`\
error TM006 unresolved-import
  what: No matching export in "tidemark" for import "tabel"
  fix:  did you mean "table"?
  at:   ROOT/schema.ts:1:10
        import { tabel } from 'tidemark'`)
})

test('an error of ours that a file causes keeps its code and gets the place', async () => {
  const root = await createProject({ 'a.ts': '(globalThis as any).causeTidemarkError()' })
  Object.assign(globalThis, {
    causeTidemarkError() {
      throw new TidemarkError({ code: 'TM003', what: 'wrong' })
    },
  })
  expect((await messageFrom(loadModule(join(root, 'a.ts')))).replaceAll(root, 'ROOT')).toBe(`\
error TM003 invalid-config
  what: wrong
  at:   ROOT/a.ts:1:21
        (globalThis as any).causeTidemarkError()`)
})

test('a path where nothing is', async () => {
  expect(await messageFrom(findModules('/no-such-folder/schema'))).toBe(`\
error TM002 file-not-found
  what: there is no file or folder /no-such-folder/schema
  fix:  correct the path in the config file or in --schema or --migrations`)
})
