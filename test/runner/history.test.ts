import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawLanes } from '../../src/cli/presenters/lanes.js'
import { createHistory, id, table } from './history.js'

function draw(...points: readonly (readonly [string, ...string[]])[]): string {
  const drawn = drawLanes(points.map(([name, ...parents]) => ({ id: name, parents, mark: '*' })))
  return drawn
    .flatMap(({ above, line, below }, index) => [...above, `${line} ${points[index]![0]}`, ...below])
    .join('\n')
}

test('a line, a fork, a merge', () => {
  expect(draw(['c', 'b'], ['b', 'a'], ['a'])).toBe('* c\n* b\n* a')
  expect(draw(['r', 'a'], ['l', 'a'], ['a'])).toBe('* r\n│ * l\n├─╯\n* a')
  expect(draw(['m', 'l', 'r'], ['r', 'a'], ['l', 'a'], ['a'])).toBe('* m\n├─╮\n│ * r\n* │ l\n├─╯\n* a')
  expect(draw(['x'], ['y'])).toBe('* x\n* y')
})

test('every point is drawn once, and no lane is left open', () => {
  const graphs = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { maxLength: 30 })
  fc.assert(
    fc.property(graphs, (list) => {
      const points = list.map((parents, index) => ({
        id: String(index),
        parents: index === 0 ? [] : [...new Set(parents.map((parent) => String(parent % index)))],
        mark: '*',
      }))
      const drawn = drawLanes(points.reverse())
      for (const { line } of drawn) expect(line.split('*')).toHaveLength(2)
      if (drawn.length > 0) expect(drawn.at(-1)!.line.trim()).toBe('*')
    }),
  )
})

test('history draws what is applied, pending, current and head', async () => {
  const history = await createHistory()
  await history.add({ id: id('a'), message: 'users', steps: [table('users')] })
  await history.add({ id: id('b'), message: 'left', steps: [table('l')] })
  await history.add({ id: id('c'), parents: [id('a')], message: 'right', steps: [table('r')] })
  await history.add({ id: id('d'), parents: [id('b'), id('c')], message: 'both', steps: [] })
  await history.run('up', id('b'))
  const { stdout } = await history.run('history')
  expect(stdout.replace(/\d{4}-\d\d-\d\d \d\d:\d\d \S+@\S+/g, 'WHEN WHO')).toBe(
    `○    ${id('d')}  both   pending  (head)
├─╮
│ ○  ${id('c')}  right  pending
● │  ${id('b')}  left   applied  WHEN WHO  (current)
├─╯
●    ${id('a')}  users  applied  WHEN WHO
`,
  )
  expect((await history.run('history', 'current:')).stdout.split('\n').map((line) => line.slice(0, 3).trim())).toEqual([
    '○',
    '○',
    '',
  ])
  expect(JSON.parse((await history.run('history', id('b'), '--json')).stdout)).toMatchObject([
    { revision: id('a'), state: 'applied', current: false, head: false },
    { revision: id('b'), state: 'applied', current: true, appliedBy: expect.stringContaining('@') },
  ])
  expect((await history.run('heads')).stdout).toBe(`${id('d')}  both  (head)\n`)
  const shown = (await history.run('show', 'right')).stdout
  expect(shown).toContain('CREATE TABLE r (id bigint PRIMARY KEY, note text)')
  expect(shown).toContain('state:   pending')
})

test('revision writes an empty file on top of the head', async () => {
  const history = await createHistory([{ id: id('a'), steps: [table('users')] }])
  const { stderr, code } = await history.run('revision', '-m', "it's by hand")
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: expect.stringMatching(/^Wrote migrations\/\d{8}T\d{4}_[0-9a-f]{12}_it_s_by_hand\.ts\n$/),
  })
  expect((await history.run('up')).stderr).toContain('Applied 2 revisions')
  expect((await history.run('down', 'base')).code).toBe(0)
  expect(await history.run('revision')).toMatchObject({
    code: 2,
    stderr: `error TM007 usage
  what: the revision has no message
  fix:  say what it does: tidemark revision -m "…"
`,
  })
})
