import { describe, expect, test } from 'vitest'
import { Sql } from '../../src/sql/sql.js'
import { withDatabase } from '../../src/database/url.js'
import { roleName, serverUrl } from '../support/database.js'
import { createHistory, id, step, table, tablesOf } from './history.js'

const [a, b, c] = [id('a'), id('b'), id('c')]
const three = [
  { id: a, message: 'users', steps: [table('users')] },
  {
    id: b,
    message: 'devices',
    steps: [table('devices'), step('CREATE INDEX devices_note ON devices (note)', 'DROP INDEX devices_note')],
  },
  { id: c, message: 'readings', steps: [table('readings')] },
]

describe('up and down', () => {
  test('apply what is pending, in the order of ancestry, and take it back', async () => {
    const history = await createHistory(three)
    const { database } = history
    const name = `postgres@${new URL(database.url).host}/${database.name}`
    const up = await history.run('up')
    expect(up.stderr.replace(/\d+ ms/g, 'N ms')).toBe(
      `up   ${a}  users  N ms\nup   ${b}  devices  N ms\nup   ${c}  readings  N ms\nApplied 3 revisions; ${name} is at ${c}.\n`,
    )
    expect({ code: up.code, stdout: up.stdout }).toEqual({ code: 0, stdout: '' })
    expect(await tablesOf(database)).toEqual(['devices', 'readings', 'users'])
    expect(await history.run('up')).toEqual({ code: 0, stdout: '', stderr: `Nothing to do: ${name} is at ${c}.\n` })

    expect((await history.run('down')).stderr).toContain(`Took back 1 revision; ${name} is at ${b}.`)
    expect(await tablesOf(database)).toEqual(['devices', 'users'])
    expect((await history.run('up', '+1')).stderr).toContain(`Applied 1 revision; ${name} is at ${c}.`)
    expect((await history.run('down', 'users')).stderr).toContain(`Took back 2 revisions; ${name} is at ${a}.`)
    expect((await history.run('up', 'devices')).stderr).toContain(`is at ${b}.`)
    expect((await history.run('down', '-2')).stderr).toContain('is at base.')
    expect((await history.run('up', b)).code).toBe(0)
    expect((await history.run('down', 'base')).stderr).toContain(`Took back 2 revisions; ${name} is at base.`)
    expect((await history.run('down')).stderr).toBe(`Nothing to do: ${name} is at base.\n`)
    expect(await tablesOf(database)).toEqual([])
  })

  test('say the same as one JSON document', async () => {
    const history = await createHistory(three)
    const up = JSON.parse((await history.run('up', b, '--json')).stdout)
    expect(up).toMatchObject({
      command: 'up',
      revisions: [{ revision: a, message: 'users' }, { revision: b }],
      current: [b],
    })
    const plan = JSON.parse((await history.run('down', '--dry-run', '--json')).stdout)
    expect(plan.revisions).toEqual([
      {
        revision: b,
        message: 'devices',
        transactions: [
          {
            inTransaction: true,
            statements: ['DROP INDEX devices_note', 'DROP TABLE devices'],
            locks: [{ table: 'public.devices', mode: 'ACCESS EXCLUSIVE', bytes: expect.any(Number) }],
          },
        ],
      },
    ])
    expect(JSON.parse((await history.run('current', '--json')).stdout)).toMatchObject([{ revision: b, current: true }])
    expect(JSON.parse((await history.run('down', 'base', '--json')).stdout)).toMatchObject({
      revisions: [{ revision: b }, { revision: a }],
      current: [],
    })
  })

  test('apply branches and merges by ancestry', async () => {
    const history = await createHistory()
    await history.add({ id: id('top'), parents: [id('l'), id('r')], steps: [table('top')] })
    await history.add({ id: id('r'), parents: [id('root')], steps: [table('r')] })
    await history.add({ id: id('l'), parents: [id('root')], steps: [table('l')] })
    await history.add({ id: id('root'), parents: [], steps: [table('root')] })
    const { revisions } = JSON.parse((await history.run('up', '--json')).stdout)
    expect(revisions.map((item: { revision: string }) => item.revision)).toEqual(['root', 'r', 'l', 'top'].map(id))
    expect((await history.run('down', id('root'))).stderr).toContain('Took back 3 revisions')
    expect(await tablesOf(history.database)).toEqual(['root'])
  })

  test('settings and roles that a migration sets do not reach the next one', async () => {
    const role = roleName('other')
    const history = await createHistory([
      {
        id: a,
        steps: [step([`CREATE ROLE ${role}`, "SET search_path = ''", `SET ROLE ${role}`], [`DROP ROLE ${role}`])],
      },
      { id: b, steps: [table('plain')] },
    ])
    expect((await history.run('up')).code).toBe(0)
    expect(await tablesOf(history.database)).toEqual(['plain'])
    expect((await history.run('down', 'base')).code).toBe(0)
  })

  test('a function may be made before what its body names', async () => {
    const body = 'CREATE FUNCTION later() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM afterwards $$'
    const history = await createHistory([{ id: a, steps: [step(body, 'DROP FUNCTION later()'), table('afterwards')] }])
    expect((await history.run('up')).code).toBe(0)
  })
})

describe('the ledger', () => {
  test('says who applied what, when, how long it took and how it is taken back', async () => {
    const history = await createHistory(three)
    await history.run('up', b)
    const [row] = await history.database.sql`SELECT * FROM tidemark.revision WHERE revision = ${b}`
    expect(row).toMatchObject({
      message: 'devices',
      steps: 2,
      steps_done: 2,
      role: 'postgres',
      tool_version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      way_back: [
        { mode: 'transaction', down: [['DROP TABLE devices']] },
        { mode: 'transaction', down: [['DROP INDEX devices_note']] },
      ],
    })
    expect(row!['duration_ms']).toBeGreaterThan(0)
    await history.run('down')
    const events = await history.database.sql`SELECT action, revision FROM tidemark.event ORDER BY id`
    expect(events).toEqual([
      { action: 'up', revision: a },
      { action: 'up', revision: b },
      { action: 'down', revision: b },
    ])
    await expect(history.database.sql`DELETE FROM tidemark.event`).rejects.toThrow('tidemark.event is append-only')
  })

  test('is not made by reading', async () => {
    const history = await createHistory(three)
    expect((await history.run('history')).code).toBe(0)
    expect((await history.run('current')).code).toBe(0)
    expect((await history.run('up', '--dry-run')).code).toBe(0)
    expect((await history.run('up', '--sql')).code).toBe(0)
    expect(await history.database.sql`SELECT 1 FROM pg_namespace WHERE nspname = 'tidemark'`).toHaveLength(0)
  })

  test('can be read by a role that may only read', async () => {
    const history = await createHistory(three)
    await history.run('up', b)
    const role = roleName('reader')
    await history.database.sql.unsafe(`CREATE ROLE ${role} LOGIN PASSWORD 'read' IN ROLE pg_read_all_data`)
    const url = new URL(withDatabase(serverUrl(), history.database.name))
    url.username = role
    url.password = 'read'
    const env = { DATABASE_URL: url.href }
    expect((await history.runWith({ env }, 'current')).stdout).toBe(`${b}  devices  (current)\n`)
    expect((await history.runWith({ env }, 'history')).code).toBe(0)
    expect((await history.runWith({ env }, 'up')).stderr).toContain('TM031')
  })

  test('keeps the way back, so that down needs no file', async () => {
    const history = await createHistory(three.slice(0, 2))
    const file = await history.add(three[2]!)
    await history.run('up')
    await history.remove(file)
    expect((await history.run('down')).stderr).toMatch(
      new RegExp(`^down ${c}  readings  \\d+ ms, way back from the ledger: no file\n`),
    )
    expect(await tablesOf(history.database)).toEqual(['devices', 'users'])
  })

  test('keeps secrets by name only', async () => {
    const role = roleName('secret')
    const [create, drop] = [
      new Sql([`CREATE ROLE ${role} LOGIN PASSWORD `, { secret: 'APP_PASSWORD' }]),
      `DROP ROLE ${role}`,
    ]
    const back = new Sql([`ALTER ROLE ${role} PASSWORD `, { secret: 'APP_PASSWORD' }])
    const history = await createHistory([{ id: a, steps: [step(create, drop), step(back, back)] }])
    const env = { APP_PASSWORD: "it's a $ecret\\" }
    expect((await history.runWith({ env }, 'up')).code).toBe(0)
    const [row] = await history.database.sql`SELECT to_jsonb(r)::text AS text FROM tidemark.revision r`
    expect(row!['text']).not.toContain('ecret\\')
    expect(row!['text']).toContain('{"secret": "APP_PASSWORD"}')
    const [verifier] = await history.database.sql`SELECT rolpassword FROM pg_authid WHERE rolname = ${role}`
    expect(verifier!['rolpassword']).toMatch(/^SCRAM-SHA-256\$4096:/)
    const url = new URL(history.database.url)
    url.username = role
    url.password = encodeURIComponent(env.APP_PASSWORD)
    await history.database.sql`SELECT 1`
    const login = await history.runWith({ env: { DATABASE_URL: url.href } }, 'lock', 'status')
    expect(login.stderr).toBe('')
    expect((await history.runWith({ env }, 'down')).code).toBe(0)
  })
})

describe('stamp', () => {
  test('writes the ledger and runs nothing', async () => {
    const history = await createHistory(three)
    expect((await history.run('stamp', 'devices')).stderr).toContain(`stamped   ${a}  users\nstamped   ${b}  devices\n`)
    expect(await tablesOf(history.database)).toEqual([])
    expect((await history.run('current')).stdout).toBe(`${b}  devices  (current)\n`)
    expect((await history.run('up')).code).toBe(0)
    expect(await tablesOf(history.database)).toEqual(['readings'])
    expect((await history.run('stamp', 'base')).stderr).toContain(`unstamped ${c}\nunstamped ${b}\nunstamped ${a}\n`)
    expect((await history.run('current')).stdout).toBe('')
    expect((await history.run('stamp', 'head')).code).toBe(0)
    expect(JSON.parse((await history.run('up', '--json')).stdout)).toMatchObject({ revisions: [] })
  })
})
