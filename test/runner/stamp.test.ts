import { describe, expect, test } from 'vitest'
import { createServer, serverUrl } from '../support/database.js'
import { createHistory, id, reserve, step, succeeded, table, tablesOf, type TestHistory } from './history.js'

const [a, b, c, d] = [id('a'), id('b'), id('c'), id('d')]

const branches = async (): Promise<TestHistory> =>
  createHistory([
    { id: a, message: 'users', steps: [table('users')] },
    { id: b, parents: [a], message: 'left', steps: [table('l')] },
    { id: c, parents: [a], message: 'right', steps: [table('r')] },
    { id: d, parents: [c], message: 'rows', steps: [step("INSERT INTO r VALUES (1, 'x')", 'DELETE FROM r')] },
  ])

const scratch = (): string[] => ['--scratch-url', serverUrl()]

const currentOf = async (history: TestHistory): Promise<unknown> =>
  JSON.parse((await history.run('current', '--json')).stdout)

describe('stamp', () => {
  test('several heads', async () => {
    const history = await branches()
    expect((await history.run('stamp', b, c)).stderr).toMatch(
      new RegExp(
        `^stamped   ${a}  users\nstamped   ${b}  left\nstamped   ${c}  right\n.* is at ${b}, ${c}; nothing was run.\n$`,
      ),
    )
    expect((await history.run('stamp', d)).stderr).toContain(`unstamped ${b}\nstamped   ${d}  rows\n`)
    expect(await currentOf(history)).toMatchObject([{ revision: d }])
  })

  test('--purge takes the files for what they are now', async () => {
    const history = await createHistory()
    const file = await history.add({ id: a, message: 'users', steps: [table('users')] })
    succeeded(await history.run('up'))
    await history.remove(file)
    await history.add({
      id: a,
      parents: [],
      message: 'people',
      steps: [step('CREATE TABLE users (id int)', 'DROP TABLE users CASCADE')],
    })
    expect((await history.run('up')).stderr).toContain('TM308')
    succeeded(await history.run('stamp', 'head', '--purge'))
    succeeded(await history.run('up'))
    succeeded(await history.run('down'))
    expect(await tablesOf(history.database)).toEqual([])
    const events = await history.database.sql`SELECT action FROM tidemark.event ORDER BY id`
    expect(events.map(({ action }) => action as string)).toEqual(['up', 'unstamp', 'stamp', 'down'])
  })

  test('--sql prints a script that stamps any database', async () => {
    const history = await branches()
    const { code, stdout } = await history.runWith({ env: { DATABASE_URL: '' } }, 'stamp', 'heads', '--sql')
    expect(code).toBe(0)
    const connection = await reserve(history.database)
    for (let times = 0; times < 2; times++)
      await connection.unsafe(stdout.replace('\\set ON_ERROR_STOP on', '')).simple()
    connection.release()
    expect(await currentOf(history)).toMatchObject([{ revision: b }, { revision: d }])
    expect(await tablesOf(history.database)).toEqual([])
  })

  test('--verify refuses what the database does not hold', async () => {
    const history = await branches()
    const { sql } = history.database
    await sql.unsafe('CREATE TABLE users (id bigint PRIMARY KEY, note varchar(10)); CREATE TABLE other ()').simple()
    const { code, stderr } = await history.run('stamp', b, '--verify', ...scratch())
    expect({ code, stderr: stderr.replace(/what: \S+/, 'what: DATABASE') }).toEqual({
      code: 3,
      stderr: `error TM344 not-that-revision
  what: DATABASE is not what ${b} gives; nothing was stamped
  why:  beyond it (+), missing (-), different (~):
          - table        public.l  2 columns, 1 constraint
          + table        public.other
          ~ table        public.users
            ~ column       public.users.note  type text → character varying(10)
  fix:  find the revision that fits: tidemark identify
        or bring the database there first
        or stamp without --verify
`,
    })
    expect(await currentOf(history)).toEqual([])
    await sql.unsafe('DROP TABLE other; ALTER TABLE users ALTER note TYPE text').simple()
    succeeded(await history.run('stamp', a, '--verify', ...scratch()))
    expect(await currentOf(history)).toMatchObject([{ revision: a }])
  })
})

describe('identify', () => {
  test('finds the revision, and says when several fit', async () => {
    const history = await branches()
    const { sql } = history.database
    expect((await history.run('identify', ...scratch())).stdout).toBe('base\n')
    await sql
      .unsafe(
        'CREATE TABLE users (id bigint PRIMARY KEY, note text); CREATE TABLE l (id bigint PRIMARY KEY, note text)',
      )
      .simple()
    const found = await history.run('identify', ...scratch())
    expect(found).toMatchObject({ code: 0, stdout: `${b}  left\n`, stderr: `Next: tidemark stamp ${b}\n` })
    await sql.unsafe('CREATE TABLE r (id bigint PRIMARY KEY, note text)').simple()
    const both = await history.run('identify', ...scratch())
    expect(both).toMatchObject({
      code: 0,
      stdout: `${b} ${c}  left, right\n${b} ${d}  left, rows\n`,
      stderr: `Next: tidemark stamp ${b} ${d}\n`,
    })
  })

  test('shows the nearest where none fits', async () => {
    const history = await branches()
    await history.database.sql.unsafe('CREATE TABLE users (id bigint PRIMARY KEY, note text, more int)').simple()
    const { code, stderr } = await history.run('identify', ...scratch())
    expect({ code, stderr: stderr.replace(/what: \S+/, 'what: DATABASE') }).toEqual({
      code: 5,
      stderr: `error TM345 unidentified
  what: DATABASE is not what any revision gives; the nearest is ${a}
  why:  beyond it (+), missing (-), different (~):
          ~ table        public.users
            + column       public.users.more
  fix:  undo what was changed by hand, or stamp the nearest and let autogenerate write what differs
`,
    })
    const { stdout } = await history.run('identify', '--json', ...scratch())
    expect(JSON.parse(stdout)).toMatchObject({
      fits: [],
      nearest: [a],
      differences: [{ type: 'add', object: 'column public.users.more' }],
    })
  })

  test('roles that others made on the scratch server are nobody’s', async () => {
    const history = await branches()
    const elsewhere = await createServer('CREATE ROLE elsewhere; CREATE ROLE other IN ROLE elsewhere')
    expect(await history.run('identify', '--scratch-url', elsewhere.url)).toMatchObject({ code: 0, stdout: 'base\n' })
  })
})
