import { expect, test } from 'vitest'
import { createHistory, id, succeeded, table, tablesOf, type TestHistory } from './history.js'

const [a, b, c, d, e, x, y] = ['a', 'b', 'c', 'd', 'e', 'x', 'y'].map(id) as [string, ...string[]] & string[]

/** a → b; on b the branch `cart` (c → d) and e; alone `net` (x → y), whose x needs c. */
async function branched(): Promise<TestHistory> {
  return createHistory([
    { id: a!, message: 'users', steps: [table('a')] },
    { id: b!, message: 'devices', steps: [table('b')] },
    { id: c!, message: 'baskets', labels: ['cart'], steps: [table('c')] },
    { id: d!, message: 'lines', steps: [table('d')] },
    { id: e!, parents: [b!], message: 'sensors', steps: [table('e')] },
    { id: x!, parents: [], message: 'networks', labels: ['net'], dependsOn: [c!], steps: [table('x')] },
    { id: y!, message: 'hosts', steps: [table('y')] },
  ])
}

async function after(history: TestHistory, ...command: [string, ...string[]]): Promise<string> {
  succeeded(await history.run(...command))
  return (await tablesOf(history.database)).join('')
}

test('up goes to where a reference says, with all that it stands on and depends on', async () => {
  const history = await branched()
  expect(await after(history, 'up', 'users')).toBe('a')
  expect(await after(history, 'up', 'cart@base')).toBe('ab')
  expect(await after(history, 'up', 'net@+1')).toBe('abcx')
  expect(await after(history, 'up', 'cart@+1')).toBe('abcdx')
  expect(await after(history, 'up', 'sens')).toBe('abcdex')
  expect(await after(history, 'up', 'heads')).toBe('abcdexy')
})

test('down takes back what cannot stay, and leaves other branches alone', async () => {
  const history = await branched()
  expect(await after(history, 'up', 'heads')).toBe('abcdexy')
  expect(await after(history, 'down', 'cart@-1')).toBe('abcexy')
  expect(await after(history, 'down', 'net@-1')).toBe('abcex')
  expect(await after(history, 'up', 'heads')).toBe('abcdexy')
  // x depends on c, which goes with its branch.
  expect(await after(history, 'down', 'cart@base')).toBe('abe')
  expect(await after(history, 'up', 'heads')).toBe('abcdexy')
  expect(await after(history, 'down', 'net@base')).toBe('abcde')
  expect(await after(history, 'down', b!)).toBe('ab')
  expect(await after(history, 'down', 'base')).toBe('')
})

test('without its file, a revision still stands on what it depended on', async () => {
  const history = await createHistory([{ id: a!, labels: ['cart'], steps: [table('a')] }])
  const file = await history.add({ id: x!, parents: [], dependsOn: [a!], steps: [table('x')] })
  expect(await after(history, 'up', 'heads')).toBe('ax')
  await history.remove(file)
  expect(await after(history, 'down', 'cart@base')).toBe('')
})

test('down without a reference, where several revisions are the last', async () => {
  const history = await branched()
  succeeded(await history.run('up', 'cart'))
  succeeded(await history.run('up', 'sensors'))
  expect(await history.run('down')).toEqual({
    code: 7,
    stdout: '',
    stderr: `error TM307 several-heads
  what: the database is at 2 revisions:
        ${c}  baskets
        ${e}  sensors
  why:  which of them is the last one, nobody says
  fix:  name the revision to go back to
        or keep to a branch, as in: tidemark down ${e}@-1
        or \`base\` to take back everything
`,
  })
  expect(await after(history, 'down', `${e}@-1`)).toBe('abc')
})

test('a branch that is not applied, or not so far', async () => {
  const history = await branched()
  await history.run('up', c!)
  expect(await history.run('down', 'cart@-2')).toEqual({
    code: 2,
    stdout: '',
    stderr: `error TM311 reference-out-of-range
  what: cart@-2 is below the first revision
  why:  the database holds 1 revision of the branch cart
  fix:  tidemark down cart@base takes all of them back
`,
  })
  expect(await history.run('down', 'cart@+1')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      'cart@+1 is not below where down begins\n  fix:  the other direction is tidemark up',
    ),
  })
  expect(await history.run('down', 'net@head')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`revision ${y} (hosts) is not applied`),
  })
})
