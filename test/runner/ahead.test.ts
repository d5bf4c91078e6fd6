import { expect, test } from 'vitest'
import { createHistory, id, step, succeeded, table, tablesOf } from './history.js'

const ids = Array.from({ length: 12 }, (_, index) => id(String.fromCharCode(97 + index)))
const rest = ids
  .slice(4)
  .map((name, index) => ({ id: name, message: `more ${index}`, steps: [step('SELECT 1', 'SELECT 1')] }))
const history = (second: ReturnType<typeof step>) =>
  createHistory([
    { id: ids[0]!, message: 'one', steps: [table('one')] },
    { id: ids[1]!, message: 'two', steps: [table('two'), second] },
    // Needs nothing of the one before: only the ledger tells that it comes too early.
    { id: ids[2]!, message: 'three', steps: [table('three')] },
    { id: ids[3]!, message: 'four', steps: [table('four')] },
    ...rest,
  ])

test('what was sent ahead of a migration that fails is not run', async () => {
  const { run, database } = await history(step('INSERT INTO two VALUES (1 / 0)', 'SELECT 1'))
  const { code, stderr } = await run('up')
  expect(code).toBe(2)
  expect(stderr).toContain(`migration ${ids[1]} failed at step 2 of 2; nothing of it was applied`)
  expect(stderr).toContain('division by zero')
  expect(await tablesOf(database)).toEqual(['one'])
  expect((await run('current')).stdout).toContain(ids[0])
})

test('nor what was sent ahead of one that another session cancels', async () => {
  const cancelled = 'SELECT pg_cancel_backend(pg_backend_pid()) FROM pg_sleep(0)'
  const { run, database } = await history(step(cancelled, 'SELECT 1'))
  const { code, stderr } = await run('up')
  expect(code).toBe(2)
  expect(stderr).toContain('canceling statement due to user request')
  expect(await tablesOf(database)).toEqual(['one'])
})

test.each([
  ['at its end', 'INSERT INTO late VALUES (1), (1)', 'duplicate key value'],
  ['before it begins', 'INSERT INTO', 'syntax error'],
])('nor what was sent ahead of one that is refused %s, and leaves no transaction open', async (_, statement, error) => {
  const { run, database } = await history(
    step(['CREATE TABLE late (n integer UNIQUE DEFERRABLE INITIALLY DEFERRED)', statement], 'SELECT 1'),
  )
  const { code, stderr } = await run('up')
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(error) as string })
  expect(await tablesOf(database)).toEqual(['one'])
})

test('what ends the transaction by itself is run with care', async () => {
  const { run, database } = await history(step(['COMMIT', 'SELECT 1 / 0'], 'SELECT 1'))
  expect((await run('up')).code).toBe(2)
  expect(await tablesOf(database)).not.toContain('three')
})

test('statements may end in a comment, and the way back is sent ahead as well', async () => {
  const { run, database } = await history(step('SELECT 1 -- or two', 'SELECT 1 -- or two'))
  succeeded(await run('up'))
  expect(await tablesOf(database)).toEqual(['four', 'one', 'three', 'two'])
  succeeded(await run('down', 'base'))
  expect(await tablesOf(database)).toEqual([])
  const events = await database.sql`SELECT action, revision FROM tidemark.event WHERE revision IS NOT NULL ORDER BY id`
  const inOrder = [
    ...ids.map((revision) => ['up', revision]),
    ...ids.toReversed().map((revision) => ['down', revision]),
  ]
  expect(events.map(({ action, revision }) => [action, revision])).toEqual(inOrder)
})
