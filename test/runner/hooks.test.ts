import { readFile, writeFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createHistory, id, step, succeeded, table, tablesOf, type TestHistory } from './history.js'

const [a, b, c] = [id('a'), id('b'), id('c')]

const history3 = (): Promise<TestHistory> =>
  createHistory([
    { id: a, message: 'a', steps: [table('ta')] },
    { id: b, message: 'b', steps: [table('tb')] },
    { id: c, message: 'c', steps: [step('SELECT 1 / 0', '-- nothing')] },
  ])

/** A config whose hooks write down that they were called; `more` may override some. */
async function withHooks({ root }: TestHistory, more = ''): Promise<() => Promise<string>> {
  const log = join(root, 'hooks.log')
  await writeFile(log, '')
  await writeFile(
    join(root, 'tidemark.config.ts'),
    `import { appendFileSync } from 'node:fs'
import { defineConfig } from 'tidemark'

const note = (text: string) => appendFileSync(${JSON.stringify(log)}, text + '\\n')

export default defineConfig({
  hooks: {
    beforeAll: ({ command, migrations, url }) => note(\`before all \${command} \${migrations.map(({ message }) => message)} \${url.startsWith('postgres://')}\`),
    beforeEach: async ({ message, statements }) => note(\`before \${message}: \${statements}\`),
    afterEach: ({ message }) => note(\`after \${message}\`),
    afterAll: () => note('after all'),
    onError: ({ message }, { database }) => note(\`error on \${database.includes(':')}: \${message.split(';')[0]}\`),
    ${more}
  },
})
`,
  )
  return () => readFile(log, 'utf8')
}

test('hooks see the plan, and what becomes of it', async () => {
  const history = await history3()
  const log = await withHooks(history)
  succeeded(await history.run('up', b))
  succeeded(await history.run('up', b))
  succeeded(await history.run('up', '--dry-run'))
  expect((await history.run('up')).code).toBe(2)
  succeeded(await history.run('down', '-1'))
  expect(await log()).toBe(`before all up a,b true
before a: CREATE TABLE ta (id bigint PRIMARY KEY, note text)
after a
before b: CREATE TABLE tb (id bigint PRIMARY KEY, note text)
after b
after all
before all up c true
before c: SELECT 1 / 0
error on true: migration ${c} failed at step 1 of 1
before all down b true
before b: DROP TABLE tb
after b
after all
`)
})

test('a hook that fails stops the run where it is', async () => {
  const history = await history3()
  await withHooks(history, "beforeAll() { throw new Error('no backup') },")
  const failed = await history.run('up')
  expect({ code: failed.code, stderr: failed.stderr }).toEqual({
    code: 2,
    stderr: `error TM343 hook-failed
  what: the hook beforeAll of the config file failed; nothing was run
  why:  Error: no backup
  fix:  correct the hook or what it asks for, then run the command again; it goes on where this run stopped
  at:   tidemark.config.ts:13:25
        beforeAll() { throw new Error('no backup') },
`,
  })
  expect(await tablesOf(history.database)).toEqual([])
  await withHooks(history, "afterEach: async ({ message }) => { if (message === 'a') throw new Error('no smoke') },")
  expect((await history.run('up')).stderr).toContain(
    `what: the hook afterEach of the config file failed; migration ${a} is committed`,
  )
  expect(await tablesOf(history.database)).toEqual(['ta'])
})

test('hooks that are none are refused', async () => {
  const history = await history3()
  await writeFile(join(history.root, 'tidemark.config.ts'), 'export default { hooks: { before: () => {} } }\n')
  expect(await history.run('up')).toEqual({
    code: 2,
    stdout: '',
    stderr: `error TM003 invalid-config
  what: hooks of the configuration is not a set of functions
  why:  hooks are beforeAll, beforeEach, afterEach, afterAll, onError
  fix:  correct it
  at:   tidemark.config.ts
`,
  })
})

test('a statement that takes too long is cancelled', async () => {
  const history = await createHistory([{ id: a, message: 'slow', steps: [step('SELECT pg_sleep(20)', '-- nothing')] }])
  const { code, stderr } = await history.run('up', '--statement-timeout', '0.2')
  expect({ code, stderr: stderr.replace(/\d{8}T\d{4}_/, 'MINUTE_') }).toEqual({
    code: 2,
    stderr: `error TM035 statement-cancelled  ${a} slow
  what: migration ${a} failed at step 1 of 1; nothing of it was applied
  why:  canceling statement due to statement timeout (SQLSTATE 57014)
        it ran longer than statement_timeout
  fix:  raise statement_timeout for this run
  at:   migrations/MINUTE_${a}_slow.ts:6
        SELECT pg_sleep(20)
`,
  })
})

test('a server that is not there yet is waited for', async () => {
  const history = await createHistory([{ id: a, steps: [table('ta')] }])
  const real = new URL(history.database.url)
  const proxy = createServer((socket) => {
    const server = connect(Number(real.port), real.hostname)
    socket
      .on('error', () => {})
      .pipe(server.on('error', () => {}))
      .pipe(socket)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo
  await new Promise((resolve) => proxy.close(resolve))
  const url = new URL(real)
  url.port = String(port)
  const env = { DATABASE_URL: url.href }
  expect(await history.runWith({ env }, 'up', '--wait-for-db', '0.3')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^Waiting for the database: .* …\nerror TM011/),
  })
  const run = history.runWith({ env }, 'up', '--wait-for-db', '30')
  await sleep(500)
  proxy.listen(port, '127.0.0.1')
  onTestFinished(() => void proxy.close())
  succeeded(await run)
  expect(await tablesOf(history.database)).toEqual(['ta'])
})
