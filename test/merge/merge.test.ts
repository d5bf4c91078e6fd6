import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { roleName, serverUrl } from '../support/database.js'
import type { CliResult } from '../support/cli.js'
import { inProcess } from '../support/in-process.js'
import { createHistory, id, step, succeeded, table, tablesOf, type TestHistory } from '../runner/history.js'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(id) as [string, string, string, string]

const alter = (up: string, down: string) => [step(`ALTER TABLE orders ${up}`, `ALTER TABLE orders ${down}`)]
const orders = step('CREATE TABLE orders (id bigint PRIMARY KEY, total numeric(8,2))', 'DROP TABLE orders')

/** Two branches on one table: the first one has two migrations. */
async function branched(left: readonly [string, string], right: readonly [string, string]): Promise<TestHistory> {
  const history = await createHistory([
    { id: a, message: 'orders', steps: [orders] },
    { id: b, message: 'notes', steps: [table('notes')] },
    { id: c, message: 'left', steps: alter(...left) },
  ])
  await history.add({ id: d, parents: [a], message: 'right', steps: alter(...right) })
  return history
}

const runIn = ({ root, folder, database }: TestHistory, ...args: string[]): Promise<CliResult> =>
  inProcess([...args, '--migrations', folder], { cwd: root, env: { DATABASE_URL: database.url } })
const merge = (history: TestHistory, ...args: string[]) =>
  runIn(history, 'merge', '--scratch-url', serverUrl(), ...args)
const headsOf = async (history: TestHistory): Promise<readonly string[]> =>
  (JSON.parse((await runIn(history, 'heads', '--json')).stdout) as { revision: string }[]).map(
    ({ revision }) => revision,
  )

describe('merge', () => {
  test('joins branches that do not meet, and databases on either side of it follow', async () => {
    const history = await branched(['ADD l integer', 'DROP l'], ['ADD r integer', 'DROP r'])
    succeeded(await runIn(history, 'up', d))
    const { code, stderr } = await merge(history, '--rev-id', 'm1')
    expect({ code, stderr: stderr.replace(/\d{8}T\d{4}/, 'MINUTE') }).toEqual({
      code: 0,
      stderr: `The branches touch no object in common.
Wrote migrations/MINUTE_m1_merge_left_and_right.ts
Next: tidemark up
`,
    })
    expect(await headsOf(history)).toEqual(['m1'])
    succeeded(await runIn(history, 'up'))
    expect(await tablesOf(history.database)).toEqual(['notes', 'orders'])
    expect((await merge(history)).stderr).toBe('There is one head; nothing to merge.\n')
    succeeded(await runIn(history, 'down', 'base'))
  })

  test('says what both touch', async () => {
    const history = await branched(
      ['ADD l integer, ALTER total SET NOT NULL', 'DROP l, ALTER total DROP NOT NULL'],
      ['ADD r integer, ALTER total SET NOT NULL', 'DROP r, ALTER total DROP NOT NULL'],
    )
    const { code, stdout } = await merge(history, '--json', '-m', 'both', '--branch-label', 'both')
    expect({ code, ...(JSON.parse(stdout) as object) }).toMatchObject({
      code: 0,
      parents: [c, d],
      message: 'both',
      labels: ['both'],
      shared: ['not-null public.orders.total'],
    })
  })

  test('leaves roles alone that others make on the scratch server meanwhile', async () => {
    // No text names the role: as if somebody else made it.
    const theirs = `DO $$ BEGIN EXECUTE 'CREATE ROLE ${roleName('')}' || md5(random()::text); END $$`
    const history = await branched([`ADD l integer; ${theirs}`, 'DROP l'], [`ADD r integer; ${theirs}`, 'DROP r'])
    expect(await merge(history)).toMatchObject({ code: 0 })
  })

  test('refuses where the order matters, unless that is meant', async () => {
    const history = await branched(
      ['ALTER total TYPE numeric(10,2)', 'ALTER total TYPE numeric(8,2)'],
      ['ALTER total TYPE numeric(12,2)', 'ALTER total TYPE numeric(8,2)'],
    )
    expect(await merge(history)).toEqual({
      code: 3,
      stdout: '',
      stderr: `error TM330 branches-conflict
  what: what these objects are depends on which branch is applied first:
        column public.orders.total
  why:  a database that has one of the branches already gets the other one after it; this was tried on scratch databases
  fix:  put one on top of the other, where no database has it yet: tidemark merge --rebase
        or merge them as they are: --allow TM330
`,
    })
    expect((await merge(history, '--allow', 'TM330')).stderr).toContain(
      'The branches both touch column public.orders.total.\n',
    )
  })

  test('refuses where one cannot come after the other, and names the order that can be', async () => {
    const history = await branched(['ADD l integer', 'DROP l'], ['RENAME TO sales', 'RENAME TO orders'])
    const { code, stderr } = await merge(history)
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: `error TM330 branches-conflict
  what: ${c} (left) cannot be applied after ${d} (right):
        migration ${c} failed at step 1 of 1; nothing of it was applied
        relation "orders" does not exist (SQLSTATE 42P01)
  why:  a database that has one of the branches already gets the other one after it; this was tried on scratch databases
  fix:  put one on top of the other, where no database has it yet: tidemark merge --rebase ${d}
        or merge them as they are: --allow TM330
`,
    })
    expect((await merge(history, '--no-check', '--rev-id', 'm1')).code).toBe(0)
    expect(await headsOf(history)).toEqual(['m1'])
  })

  test('of what is no branch', async () => {
    const history = await branched(['ADD l integer', 'DROP l'], ['ADD r integer', 'DROP r'])
    expect((await merge(history, 'left', 'notes')).stderr).toBe(`error TM328 nothing-to-merge
  what: ${c} (left) already stands on ${b} (notes)
  why:  a merge joins branches that do not know of each other
  fix:  \`tidemark heads\` shows what can be merged
`)
    expect((await merge(history, 'left', c)).stderr).toBe(`error TM328 nothing-to-merge
  what: left ${c} is one revision
  why:  a merge joins at least two
  fix:  name two or more, or none for all heads
`)
    expect((await merge(history, 'notes', 'right')).stderr).toContain(
      `error TM318 not-a-head\n  what: revision ${b} (notes) is not a head: ${c} (left) stands on it\n`,
    )
  })
})

test('merge of what has a successor asks for --splice', async () => {
  const history = await branched(['ADD l integer', 'DROP l'], ['ADD r integer', 'DROP r'])
  const { code, stderr } = await merge(history, b, d, '--no-check', '--rev-id', 'm1')
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `error TM318 not-a-head
  what: revision ${b} (notes) is not a head: ${c} (left) stands on it
  why:  another revision on it makes a second head
  fix:  stand on a head: \`tidemark heads\` shows them
        or say that a new branch is meant: --splice
`,
  })
  succeeded(await merge(history, b, d, '--rev-id', 'm1', '--splice'))
  expect(await headsOf(history)).toEqual([c, 'm1'])
  succeeded(await runIn(history, 'up', 'heads'))
  succeeded(await runIn(history, 'down', 'base'))
})

describe('merge --rebase', () => {
  test('puts the branch that is not applied on top of the other', async () => {
    const history = await branched(
      ['ADD l integer', 'DROP l'],
      ['ALTER total TYPE bigint', 'ALTER total TYPE numeric(8,2)'],
    )
    succeeded(await runIn(history, 'up', d))
    const { code, stderr } = await merge(history, '--rebase')
    expect({ code, stderr: stderr.replace(/migrations\/.*_/, 'migrations/…_') }).toEqual({
      code: 0,
      stderr: `The branches touch no object in common.
${b}  notes  now stands on ${d}: migrations/…_notes.ts
`,
    })
    expect(await headsOf(history)).toEqual([c])
    expect(JSON.parse((await runIn(history, 'show', b, '--json')).stdout)).toMatchObject({ parents: [d] })
    succeeded(await runIn(history, 'up'))
    expect((await runIn(history, 'history', '--json')).stdout).not.toContain('"edited": true')
  })

  test('of a branch that is named, or of none that can be moved', async () => {
    const history = await branched(['ADD l integer', 'DROP l'], ['ADD r integer', 'DROP r'])
    succeeded(await runIn(history, 'up', d))
    const failing = async (...args: string[]) =>
      (await merge(history, '--rebase', ...args)).stderr.replace(/postgres@[^/]*/, 'SERVER')
    expect(await failing('right')).toBe(`error TM329 cannot-rebase
  what: the branch cannot be moved: SERVER/${history.database.name} holds ${d} (right)
  why:  only a branch that is nowhere applied can be put on top of another
  fix:  name the other branch: tidemark merge --rebase REF
        merge them: tidemark merge
`)
    succeeded(await runIn(history, 'up', 'heads'))
    expect(await failing()).toBe(`error TM329 cannot-rebase
  what: SERVER/${history.database.name} holds a part of every branch: ${b} (notes), ${d} (right)
  why:  only a branch that is nowhere applied can be put on top of another
  fix:  merge them: tidemark merge
`)
    succeeded(await runIn(history, 'down', 'left@base'))
    expect(await failing('orders')).toBe(`error TM329 cannot-rebase  ${a}
  what: ${a} (orders) is below several heads
  why:  moving it would move all of them
  fix:  name a revision of the branch that is to be moved: \`tidemark heads\` shows the last ones
`)
    const { stdout } = await merge(history, '--rebase', 'notes', '--no-check', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ revision: null, moved: [{ revision: b, parents: [d] }], shared: null })
  })

  test('with what belongs to a merge', async () => {
    const history = await branched(['ADD l integer', 'DROP l'], ['ADD r integer', 'DROP r'])
    const refused = (what: string): object => ({
      code: 2,
      stdout: '',
      stderr: `error TM007 usage
  what: --rebase goes without ${what}
  why:  it writes no revision, and puts one branch on top of all other heads
  fix:  name the branch that is to be moved: tidemark merge --rebase REF
`,
    })
    expect(await merge(history, '--rebase', 'left', 'right')).toEqual(refused('right'))
    expect(await merge(history, '--rebase', 'left', '-m', 'both')).toEqual(refused('--message'))
  })

  test('is refused where it cannot come last', async () => {
    const history = await branched(['ADD l integer', 'DROP l'], ['RENAME TO sales', 'RENAME TO orders'])
    expect(await merge(history, '--rebase', 'left')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining(
        '  fix:  change the migration so that it can come last, or move the other branch: tidemark merge --rebase REF\n',
      ),
    })
    succeeded(await merge(history, '--rebase', '--no-check'))
    expect(await headsOf(history)).toEqual([d])
  })

  test('leaves a file alone whose parents it cannot rewrite', async () => {
    const history = await createHistory([{ id: a, message: 'orders', steps: [orders] }])
    await history.add({ id: b, message: 'left', steps: [] })
    const file = await history.add({ id: c, parents: [a], message: 'right', steps: [] })
    const text = (await readFile(file, 'utf8')).replace(/parents: \[.*?\]/, `parents: Array.of('${a}')`)
    await writeFile(file, text)
    const { code, stderr } = await merge(history, '--rebase', 'right', '--no-check')
    expect({ code, stderr: stderr.replaceAll(/\d{8}T\d{4}/g, 'MINUTE') }).toEqual({
      code: 2,
      stderr: `error TM329 cannot-rebase  ${c}
  what: \`parents\` of ${c} (right) could not be rewritten; no file was changed
  why:  it is not written as a list in the file
  fix:  write it by hand: parents: ['${b}']
  at:   migrations/MINUTE_${c}_right.ts
`,
    })
    expect(await readFile(file, 'utf8')).toBe(text)
  })
})

test('check names two heads and how to mend them; labelled branches are meant', async () => {
  const history = await createHistory([{ id: a, message: 'orders', steps: [] }])
  await history.add({ id: b, message: 'left', steps: [] })
  const file = await history.add({ id: c, parents: [a], message: 'right', steps: [] })
  await mkdir(join(history.root, 'schema'))
  await writeFile(join(history.root, 'schema/none.ts'), '')
  succeeded(await runIn(history, 'up', 'heads'))
  const check = () => runIn(history, 'check', '--schema', 'schema')
  expect(await check()).toEqual({
    code: 7,
    stdout: '',
    stderr: `error TM402 diverged-history
  what: the history has 2 heads:
        ${b}  left
        ${c}  right
  why:  migrations were added to the same parent on different branches
  fix:  join them: tidemark merge
        or put the one that is not applied yet on top of the other: tidemark merge --rebase
        or, where a branch is meant to live on, give its first migration a label: labels: ['…']
`,
  })
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replace("message: 'right',", "message: 'right', labels: ['cart'],"),
  )
  expect(await check()).toMatchObject({ code: 0 })
})
