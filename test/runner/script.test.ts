import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { Sql } from '../../src/sql/sql.js'
import { roleName } from '../support/database.js'
import { alone, createHistory, id, step, table, tablesOf } from './history.js'

const [a, b] = [id('a'), id('b')]

/** Runs a script; `undefined` where there is no psql. */
function psql(url: string, script: string, ...args: string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn('psql', ['-X', '-q', ...args, url], { stdio: ['pipe', 'pipe', 'pipe'] })
    let text = ''
    child.once('error', () => resolve(undefined))
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (text += piece))
    child.once('close', () => resolve(text))
    child.stdin.end(script)
  })
}

const steps = [
  table('users'),
  step(['-- a comment only', "INSERT INTO users VALUES (1, ':x'';') -- and one at the end"], '-- nothing to do'),
  alone('CREATE INDEX CONCURRENTLY users_note ON users (note)', 'DROP INDEX CONCURRENTLY users_note'),
]

test('a script reads well', async () => {
  const history = await createHistory([{ id: a, message: 'users', steps }])
  const { stdout } = await history.run('up', '--sql', `base:${a}`)
  const document = await history.run('up', '--sql', `base:${a}`, '--json')
  expect(JSON.parse(document.stdout)).toEqual({ script: stdout.replace(/\n$/, '') })
  const plain = stdout
    .replace(/by tidemark \S+,/, 'by tidemark VERSION,')
    .replace(/(-- The ledger\nBEGIN;\n)[^]*?(\nCOMMIT;)/, '$1…$2')
    .replace(/VALUES \('[^']+', ARRAY.*\)/, 'VALUES (…)')
    .replace(/VALUES \('up'.*\)/, 'VALUES (…)')
    .replace(/(duration_ms) = .*? WHERE/g, '$1 = … WHERE')
  expect(plain).toBe(`-- tidemark up --sql, by tidemark VERSION, for base:${a}
\\set ON_ERROR_STOP on
SET client_min_messages = warning;

-- The ledger
BEGIN;
…
COMMIT;

-- up ${a} users
BEGIN;
SET LOCAL check_function_bodies = off;
SET LOCAL row_security = off;
CREATE TABLE users (id bigint PRIMARY KEY, note text);
-- a comment only
INSERT INTO users VALUES (1, ':x'';') -- and one at the end
;
INSERT INTO tidemark.revision (revision, parents, message, checksum, steps, steps_done, statements_done, underway, heading, way_back, who, host, duration_ms, tool_version, git_commit) VALUES (…);
COMMIT;
UPDATE tidemark.revision SET steps_done = 2, statements_done = 0, underway = true, heading = 'up', duration_ms = … WHERE revision = '${a}';
CREATE INDEX CONCURRENTLY users_note ON users (note);
BEGIN;
UPDATE tidemark.revision SET steps_done = 3, statements_done = 0, underway = false, heading = 'up', duration_ms = … WHERE revision = '${a}';
INSERT INTO tidemark.event (action, revision, who, host, pid, detail) VALUES (…);
COMMIT;
`)
})

test('a script does what a run does, ledger included', async ({ skip }) => {
  const role = roleName('app')
  const password = new Sql([`CREATE ROLE ${role} LOGIN PASSWORD `, { secret: 'APP_PASSWORD' }])
  const history = await createHistory([
    { id: a, message: 'users', steps },
    { id: b, message: 'role', steps: [step(password, `DROP ROLE ${role}`), table('devices')] },
  ])
  const { database } = history
  const up = (await history.run('up', '--sql')).stdout
  expect(up).toContain('-- Needs the variable APP_PASSWORD: psql -v APP_PASSWORD=…')
  const errors = await psql(database.url, up, '-v', "APP_PASSWORD=it's")
  if (errors === undefined) return skip('there is no psql')
  expect(errors).toBe('')
  expect(await tablesOf(database)).toEqual(['devices', 'users'])
  expect(await database.sql`SELECT note FROM users`).toEqual([{ note: ":x';" }])
  expect((await history.run('current')).stdout).toBe(`${b}  role  (current, head)\n`)
  expect((await history.run('up', '--sql')).stdout).toContain('-- Nothing to do.')

  expect(await psql(database.url, (await history.run('down', 'base', '--sql')).stdout)).toBe('')
  expect(await tablesOf(database)).toEqual([])
  expect((await history.run('current')).stdout).toBe('')

  // Without a database: a range says it all.
  const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
  const offline = await history.runWith({ env }, 'up', 'base:users', '--sql')
  expect(await psql(database.url, offline.stdout)).toBe('')
  expect((await history.run('current')).stdout).toBe(`${a}  users  (current)\n`)
  const back = await history.runWith({ env }, 'down', 'users:base', '--sql')
  expect(await psql(database.url, back.stdout)).toBe('')
  expect(await tablesOf(database)).toEqual([])
})
