import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { serverUrl } from '../support/database.js'
import { createHistory, id, table, tablesOf, type TestHistory } from '../runner/history.js'

const [a, b, c, d] = [id('a'), id('b'), id('c'), id('d')]

/** A history, and a database with a ledger that another tool wrote. */
async function adopted(tool: string): Promise<TestHistory> {
  const history = await createHistory([
    { id: a, message: 'users', steps: [table('users')] },
    { id: d, message: 'Devices', steps: [table('devices')] },
    { id: c, message: 'later', steps: [table('later')] },
  ])
  const ledger = readFileSync(new URL(`ledgers/${tool}.sql`, import.meta.url), 'utf8')
  await history.database.sql.unsafe(ledger).simple()
  return history
}

const currentOf = async (history: TestHistory): Promise<unknown> =>
  (JSON.parse((await history.run('current', '--json')).stdout) as { revision: string }[]).map(
    ({ revision }) => revision,
  )

const names = {
  alembic: ['640000000000'],
  'node-pg-migrate': ['1704067200000_users', '1704153600000_devices'],
  knex: ['20240101000000_users.js', '20240102000000_devices.js'],
  prisma: ['20240101000000_users', '20240102000000_devices'],
  umzug: ['2024.01.01T00.00.00.users.js', '2024.01.02T00.00.00.devices.js'],
}

test.each(Object.entries(names))('goes on where %s stopped', async (tool, migrations) => {
  const history = await adopted(tool)
  const dry = await history.run('adopt', '--from', tool, '--dry-run')
  expect(dry).toMatchObject({ code: 0, stderr: expect.stringContaining(`would stamp  ${d}  Devices\n`) })
  const { code, stdout, stderr } = await history.run('adopt', '--from', tool, '--json')
  expect(code, stderr).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ tool, migrations, added: [a, d], current: [d] })
  expect(await currentOf(history)).toEqual([d])
  const [event] = await history.database.sql`SELECT detail FROM tidemark.event WHERE revision = ${d}`
  expect(event).toMatchObject({ detail: { tool, migrations } })
})

describe('drizzle', () => {
  test('needs its journal for the names', async () => {
    const history = await adopted('drizzle')
    const { code, stderr } = await history.run('adopt', '--from', 'drizzle')
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `error TM346 foreign-ledger
  what: of 2 migrations that drizzle applied, 2 cannot be told among the revisions:
        1704067200000: no revision
        1704153600000: no revision
  why:  a revision is found by its id, or by a message that is the name without its number or time
  fix:  say at which revision the database is: tidemark adopt --at REF
        or give the names of the migrations: --journal drizzle/meta/_journal.json
`,
    })
    const journal = join(history.root, '_journal.json')
    const entries = [
      { idx: 0, when: 1704067200000, tag: '0000_users' },
      { idx: 1, when: 1704153600000, tag: '0001_devices' },
    ]
    await writeFile(journal, JSON.stringify({ entries }))
    expect((await history.run('adopt', '--from', 'drizzle', '--journal', journal)).code).toBe(0)
    expect(await currentOf(history)).toEqual([d])
    expect((await history.run('adopt', '--from', 'drizzle', '--journal', 'nowhere.json')).stderr).toContain(
      'what: the journal nowhere.json cannot be read',
    )
  })
})

test('one revision may stand for all that another tool did, and is proved', async () => {
  const history = await adopted('knex')
  const args = ['adopt', '--from', 'knex', '--at', a, '--verify', '--scratch-url', serverUrl()]
  expect(await history.run(args[0]!, ...args.slice(1))).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('TM344'),
  })
  expect(await currentOf(history)).toEqual([])
  await history.database.sql.unsafe('CREATE TABLE users (id bigint PRIMARY KEY, note text)').simple()
  expect(await history.run(args[0]!, ...args.slice(1))).toMatchObject({ code: 0 })
  expect(await currentOf(history)).toEqual([a])
  expect(await tablesOf(history.database)).toEqual(['knex_migrations', 'knex_migrations_lock', 'users'])
})

test('what is not clear is refused', async () => {
  const history = await adopted('knex')
  const told = async (...args: string[]): Promise<string> => (await history.run('adopt', ...args)).stderr
  expect(await told()).toBe(`error TM007 usage
  what: adopt needs to know which tool wrote the ledger
  fix:  add --from with one of alembic, node-pg-migrate, knex, drizzle, prisma, umzug
`)
  expect(await told('--from', 'prisma')).toBe(`error TM346 foreign-ledger
  what: this database has no table _prisma_migrations, the ledger of prisma
`)
  await history.add({ id: b, parents: [c], message: 'users', steps: [table('x')] })
  expect(await told('--from', 'knex')).toContain(`20240101000000_users.js: ${a} or ${b}\n`)
  const { sql } = history.database
  await sql.unsafe('DELETE FROM knex_migrations WHERE id = 1').simple()
  expect(await told('--from', 'knex')).toBe(`error TM346 foreign-ledger
  what: knex did not apply ${a} (users), on which others stand that it did
  fix:  correct the parents of the revisions
        or say at which revision the database is: tidemark adopt --at REF
`)
  await sql.unsafe('CREATE SCHEMA two; CREATE TABLE two.knex_migrations ()').simple()
  expect(await told('--from', 'knex')).toContain(
    'what: this database has several ledgers of knex: public.knex_migrations, two.knex_migrations\n',
  )
  await sql.unsafe(readFileSync(new URL('ledgers/prisma.sql', import.meta.url), 'utf8')).simple()
  await sql.unsafe('UPDATE _prisma_migrations SET rolled_back_at = NULL WHERE finished_at IS NULL').simple()
  expect(await told('--from', 'prisma')).toContain('what: prisma did not finish 20240102000000_devices\n')
})
