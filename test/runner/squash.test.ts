import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { serverUrl } from '../support/database.js'
import { createHistory, id, reserve, step, succeeded, table, tablesOf, type TestHistory } from './history.js'

const [a, b, c, d, e, s] = [id('a'), id('b'), id('c'), id('d'), id('e'), id('s')]

const mood = step("CREATE TYPE mood AS ENUM ('sad')", 'DROP TYPE mood')

/** The second uses what only a commit of the first makes usable; the third works on rows. */
const line = [
  { id: a, message: 'users', steps: [table('users'), mood] },
  { id: b, message: 'happy', steps: [step("ALTER TYPE mood ADD VALUE 'happy'", '-- stays')] },
  {
    id: c,
    message: 'moods',
    steps: [step("CREATE TABLE moods AS SELECT 'happy'::mood AS mood", 'DROP TABLE moods')],
  },
  { id: d, message: 'devices', steps: [table('devices')] },
]

async function filesOf(history: TestHistory, ...ids: readonly string[]): Promise<readonly string[]> {
  const names = await readdir(history.folder)
  return ids.map((revision) =>
    join(
      history.folder,
      names.find((name) => name.includes(revision))!,
    ),
  )
}

async function ledgerOf({ database }: TestHistory): Promise<readonly string[]> {
  const rows = await database.sql<
    { text: string }[]
  >`SELECT revision || ' on ' || array_to_string(parents, ',') AS text FROM tidemark.revision ORDER BY applied_at`
  return rows.map(({ text }) => text)
}

const squashed = async (history: TestHistory): Promise<void> =>
  succeeded(await history.run('squash', `base:${c}`, '--rev-id', s, '-m', 'the first three'))

let history: TestHistory
beforeEach(async () => {
  history = await createHistory(line)
})

test('the file holds the steps of all, each with its commit', async () => {
  const { code, stdout, stderr } = await history.run('squash', `base:${c}`, '--rev-id', s)
  expect(code, stderr).toBe(0)
  const [file, ...old] = await filesOf(history, s, a, b, c)
  const shown = (path: string): string => path.slice(history.root.length + 1)
  expect(stdout).toBe(
    `${a}  users  ${shown(old[0]!)}\n${b}  happy  ${shown(old[1]!)}\n${c}  moods  ${shown(old[2]!)}\n`,
  )
  expect(stderr).toBe(
    `Wrote ${shown(file!)}, which replaces:\nNext: tidemark up. Delete these files when no database stands between them any more.\n`,
  )
  expect(await readFile(file!, 'utf8')).toBe(`import { migration, step, sql } from 'tidemark'

export default migration({
  revision: '${s}', parents: [], message: 'users to moods',
  replaces: ['${a}', '${b}', '${c}'],
}, [
  // ${a} users
  step({ up:   sql\`CREATE TABLE users (id bigint PRIMARY KEY, note text)\`,
         down: sql\`DROP TABLE users\` }),
  step({ up:   sql\`CREATE TYPE mood AS ENUM ('sad')\`,
         down: sql\`DROP TYPE mood\` }),
  step.commit(),
  // ${b} happy
  step({ up:   sql\`ALTER TYPE mood ADD VALUE 'happy'\`,
         down: sql\`-- stays\` }),
  step.commit(),
  // ${c} moods
  step({ up:   sql\`CREATE TABLE moods AS SELECT 'happy'::mood AS mood\`,
         down: sql\`DROP TABLE moods\` }),
])
`)
})

test('an empty database runs the squash alone, and goes back', async () => {
  await squashed(history)
  expect((await history.run('up')).stderr).toContain('Applied 2 revisions')
  expect(await ledgerOf(history)).toEqual([`${s} on `, `${d} on ${s}`])
  expect(await tablesOf(history.database)).toEqual(['devices', 'moods', 'users'])
  const { stdout } = await history.run('history')
  expect(stdout).toMatch(
    new RegExp(
      `^●  ${d}  devices          applied .* \\(current, head\\)\n●  ${s}  the first three  applied .*  replaces 3\n$`,
    ),
  )
  expect((await history.run('up')).stderr).toMatch(/^Nothing to do: \S+ is at /)
  succeeded(await history.run('down', 'base'))
  expect(await tablesOf(history.database)).toEqual([])
})

describe('a database that holds all of it', () => {
  beforeEach(async () => {
    succeeded(await history.run('up'))
    await squashed(history)
  })

  test('is where the squash leads before anything is recorded', async () => {
    expect(JSON.parse((await history.run('history', '--json')).stdout)).toMatchObject([
      { revision: s, state: 'applied', replaces: [a, b, c] },
      { revision: d, state: 'applied', current: true, parents: [s] },
    ])
    expect((await history.run('repair')).stderr).toMatch(/^Nothing is wrong/)
    expect((await history.run('up', '--dry-run')).stderr).toMatch(/^Nothing to do in /)
    expect((await ledgerOf(history))[0]).toBe(`${a} on `)
  })

  test('gets it recorded by the next up, once, with what the log of events says', async () => {
    for (let times = 0; times < 2; times++) {
      expect((await history.run('up')).stderr).toMatch(/^Nothing to do: /)
      expect(await ledgerOf(history)).toEqual([`${s} on `, `${d} on ${s}`])
    }
    const events = await history.database.sql`SELECT action, revision, detail FROM tidemark.event ORDER BY id OFFSET 4`
    expect(events).toMatchObject([{ action: 'squash', revision: s, detail: { replaces: [a, b, c] } }])
    succeeded(await history.run('down', s))
    succeeded(await history.run('down'))
    expect(await tablesOf(history.database)).toEqual([])
    succeeded(await history.run('up'))
  })

  test('goes back as a whole, also where the ledger never said so, and without any file', async () => {
    succeeded(await history.run('down', s))
    for (const file of await filesOf(history, s, a, b, c, d)) await history.remove(file)
    const { stderr } = await history.run('down')
    expect(stderr).toContain('Took back 1 revision')
    expect(await tablesOf(history.database)).toEqual([])
  })

  test('needs the old files no more', async () => {
    for (const file of await filesOf(history, a, b, c)) await history.remove(file)
    succeeded(await history.run('up'))
    expect(await ledgerOf(history)).toEqual([`${s} on `, `${d} on ${s}`])
    succeeded(await history.run('down', 'base'))
    expect(await tablesOf(history.database)).toEqual([])
  })

  test('a script records it too', async () => {
    const { stdout } = await history.run('up', '--sql')
    const connection = await reserve(history.database)
    await connection.unsafe(stdout.replace('\\set ON_ERROR_STOP on', '')).simple()
    connection.release()
    expect(await ledgerOf(history)).toEqual([`${s} on `, `${d} on ${s}`])
  })

  test('refuses where one of them was edited', async () => {
    const [file] = await filesOf(history, a)
    const text = await readFile(file!, 'utf8')
    await history.remove(file!)
    await writeFile(file!, text.replace('note text', 'note varchar'))
    for (const command of ['up', 'down']) expect((await history.run(command)).stderr).toContain('error TM308')
    succeeded(await history.run('up', '--allow', 'TM308'))
  })

  test('a stamp speaks of the squash', async () => {
    succeeded(await history.run('stamp', s))
    expect(await ledgerOf(history)).toEqual([`${s} on `])
    succeeded(await history.run('stamp', 'base'))
    expect(await ledgerOf(history)).toEqual([])
  })
})

describe('a database in the middle', () => {
  beforeEach(async () => {
    succeeded(await history.run('up', b))
    await squashed(history)
  })

  test('is brought on with the old files', async () => {
    expect(JSON.parse((await history.run('current', '--json')).stdout)).toMatchObject([{ revision: b }])
    expect((await history.run('up')).stderr).toContain('Applied 2 revisions')
    expect(await ledgerOf(history)).toEqual([`${a} on `, `${b} on ${a}`, `${c} on ${b}`, `${d} on ${c}`])
    succeeded(await history.run('up'))
    expect(await ledgerOf(history)).toEqual([`${s} on `, `${d} on ${s}`])
  })

  test('goes back with the old files, and then up with the squash', async () => {
    succeeded(await history.run('down'))
    expect(await ledgerOf(history)).toEqual([`${a} on `])
    succeeded(await history.run('down', 'base'))
    succeeded(await history.run('up'))
    expect(await ledgerOf(history)).toEqual([`${s} on `, `${d} on ${s}`])
  })

  test('says what to do when they are gone', async () => {
    for (const file of await filesOf(history, a, b, c)) await history.remove(file)
    const [file] = await filesOf(history, s)
    const { code, stderr } = await history.run('up')
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `error TM335 inside-a-squash  ${s}
  what: the database holds 2 of the 3 revisions that ${s} (the first three) replaces, and the files of others are gone:
        ${c}
  why:  the squash would do again what is done already
  fix:  check out files from before the squash, and run tidemark up with them first
        or take back what is there (the ledger keeps its way back), then tidemark up: tidemark down base
  at:   ${file!.slice(history.root.length + 1)}
`,
    })
    expect((await history.run('check')).stdout + (await history.run('history')).stdout).toContain(b)
    succeeded(await history.run('down', 'base'))
    succeeded(await history.run('up'))
    expect(await tablesOf(history.database)).toEqual(['devices', 'moods', 'users'])
  })
})

test('a later revision, and a branch from the middle, stand on the squash', async () => {
  await squashed(history)
  await history.add({ id: e, parents: [b], message: 'other branch', steps: [table('others')] })
  const heads = await history.run('heads', '--json')
  expect(JSON.parse(heads.stdout)).toMatchObject([
    { revision: d, parents: [s] },
    { revision: e, parents: [s] },
  ])
  expect((await history.run('show', c)).stdout).toContain(`${s}  the first three\n`)
  expect(await history.run('show', b)).toMatchObject({
    code: 2,
    stderr: `error TM336 squashed
  what: revision ${b} was squashed into ${s} (the first three)
  why:  a database goes from the state before the squash to the one after it, and never stands in between
  fix:  name the squash: ${s}
        or what it stands on: ${s}-1
`,
  })
})

test('a squash of a squash', async () => {
  const { database } = history
  succeeded(await history.run('up'))
  await squashed(history)
  succeeded(await history.run('squash', 'base:head', '--rev-id', e, '-m', 'all'))
  expect(JSON.parse((await history.run('history', '--json')).stdout)).toMatchObject([
    { revision: e, replaces: [s, d], state: 'applied' },
  ])
  succeeded(await history.run('up'))
  expect(await ledgerOf(history)).toEqual([`${e} on `])
  succeeded(await history.run('down', 'base'))
  expect(await tablesOf(database)).toEqual([])
})

test('functions and backfills are taken over as they stand in their files', async () => {
  await history.add({
    id: e,
    message: 'fill in',
    steps: `[
  step.run({ up: async (db) => { await db.query(sql\`INSERT INTO users VALUES (1, 'x')\`) }, down: sql\`DELETE FROM users\` }),
  backfill({ table: 'users', set: { note: 'y' }, where: sql\`note = 'x'\`, down: sql\`-- goes with them\` }),
]`,
  })
  succeeded(await history.run('squash', 'base:head', '--rev-id', s))
  const text = await readFile((await filesOf(history, s))[0]!, 'utf8')
  expect(text).toContain(`const from_${e} = migration({`)
  expect(text).toContain(`  // ${e} fill in\n  ...from_${e}.steps,\n])`)
  succeeded(await history.run('up'))
  expect(await history.database.sql`SELECT note FROM users`).toMatchObject([{ note: 'y' }])
  succeeded(await history.run('verify', '--scratch-url', serverUrl()))
  succeeded(await history.run('down', 'base'))
})

describe('is refused', () => {
  const refused = async (...args: string[]): Promise<string> => {
    const { code, stderr } = await history.run('squash', ...args)
    expect(code).toBe(2)
    return stderr
  }

  test('of one revision', async () => {
    expect(await refused(`${a}:${b}`)).toBe(`error TM334 cannot-squash
  what: ${a}:${b} is one revision; there is nothing to squash
  why:  a range is without its left end, as everywhere
  fix:  name a range of several, as in: tidemark squash base:head
`)
  })

  test('where branches fork inside', async () => {
    await history.add({ id: e, parents: [b], message: 'other branch', steps: [] })
    expect(await refused(`base:${c}`)).toBe(`error TM334 cannot-squash  ${b}
  what: the history branches inside the range: ${b} (happy) has 2 successors
  why:  a squash is one line; a database may hold one branch and not the other
  fix:  squash the parts before and after it: \`tidemark history\` draws the branches
`)
  })

  test('where it would need what stands on it', async () => {
    await history.add({ id: e, parents: [], message: 'apart', labels: ['apart'], dependsOn: [a], steps: [] })
    await history.add({ id: s, parents: [d], message: 'late', dependsOn: [e], steps: [] })
    expect(await refused(`base:${s}`)).toContain(
      `what: ${s} (late) depends on ${e} (apart), which comes after ${a} (users) of the same range\n`,
    )
  })

  test('where files do not fit into one', async () => {
    const steps = `[step.run(async (db) => name(db))])\nconst name = (db: any) => db.query(sql\`SELECT 1\`\n`
    await history.add({ id: e, message: 'one', steps })
    await history.add({ id: s, message: 'two', steps })
    expect(await refused('base:head')).toMatch(
      /error TM334 cannot-squash\n {2}what: the functions of these migrations cannot stand in one file; nothing was written\n/,
    )
  })
})

test('two squashes of one revision', async () => {
  await squashed(history)
  await history.add({ id: e, parents: [], message: 'again', steps: [] })
  const [file, other] = await filesOf(history, e, s)
  await writeFile(file!, (await readFile(file!, 'utf8')).replace('parents: []', `parents: [], replaces: ['${a}']`))
  const shown = (path: string): string => path.slice(history.root.length + 1)
  expect((await history.run('heads')).stderr).toBe(`error TM337 replaced-twice  ${a}
  what: two revisions replace ${a}:
        ${shown(file!)}
        ${shown(other!)}
  why:  a database that holds it would hold both, or neither
  fix:  keep one of the two files, or let one replace the other: its id in \`replaces\`
  at:   ${shown(other!)}
`)
})
