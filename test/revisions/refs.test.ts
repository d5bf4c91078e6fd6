import { describe, expect, it } from 'vitest'
import type { TidemarkError } from '../../src/errors/error.js'
import { buildGraph, type Node } from '../../src/revisions/graph.js'
import { resolveRange, resolveRef, resolveRevision, type RefContext } from '../../src/revisions/refs.js'

const node = (revision: string, message: string, ...parents: string[]): Node => ({
  revision,
  parents,
  message,
  file: `${revision}.ts`,
})

const line: RefContext = {
  graph: buildGraph([
    node('aa11', 'users and devices'),
    node('ab22', 'telemetry', 'aa11'),
    node('c333', 'wider totals', 'ab22'),
    node('d444', 'measure ingest latency', 'c333'),
  ]),
  applied: new Set(['aa11', 'ab22']),
}

const fork: RefContext = {
  graph: buildGraph([node('a1', 'root'), node('b1', 'left', 'a1'), node('b2', 'right', 'a1')]),
  applied: new Set(['a1']),
}

function failure(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    const [{ code, what, why, fix }] = (error as TidemarkError).diagnostics as [TidemarkError['diagnostics'][0]]
    return [code, what, why, ...[fix].flat()].filter((text) => text !== undefined).join('\n')
  }
  throw new Error('it resolves')
}

describe('a reference', () => {
  it.each([
    ['aa11', ['aa11']],
    ['aa', ['aa11']],
    ['head', ['d444']],
    ['heads', ['d444']],
    ['base', []],
    ['current', ['ab22']],
    ['+1', ['c333']],
    ['+2', ['d444']],
    ['-1', ['aa11']],
    ['-2', []],
    ['head-2', ['ab22']],
    ['aa11+2', ['c333']],
    ['aa+1', ['ab22']],
    ['base+1', ['aa11']],
    ['current-1', ['aa11']],
    ['wider totals', ['c333']],
    ['Wider', ['c333']],
    ['latency-1', ['c333']],
  ])('%s is %j', (text, expected) => {
    expect(resolveRef(text, line)).toEqual(expected)
  })

  it('may be a range, with either side left out', () => {
    expect(resolveRange('aa:head', line)).toEqual({ from: ['aa11'], to: ['d444'] })
    expect(resolveRange(':current', line)).toEqual({ from: [], to: ['ab22'] })
    expect(resolveRange('+1:', line)).toEqual({ from: ['c333'], to: ['d444'] })
    expect(resolveRange('head', line)).toBeUndefined()
  })

  it('may mean several heads', () => {
    expect(resolveRef('heads', fork)).toEqual(['b1', 'b2'])
  })
})

/**
 * A trunk a → b, on which `cart` (c1 → c2 → c3, c4) and d1 → d2 stand, merged in m; `net` stands alone and needs b.
 */
const branched: RefContext = {
  graph: buildGraph(
    [
      node('a0', 'first'),
      node('b0', 'second', 'a0'),
      node('c1', 'baskets', 'b0'),
      { ...node('c2', 'lines', 'c1'), labels: ['cart'] },
      node('c3', 'vouchers', 'c2'),
      node('c4', 'mail@cart: sent', 'c2'),
      node('d1', 'devices', 'b0'),
      node('d2', 'sensors', 'd1'),
      node('m0', 'both', 'c3', 'd2'),
      { ...node('n1', 'networks'), labels: ['net'], dependsOn: ['b0'] },
      node('n2', 'hosts', 'n1'),
    ],
    {
      tags: new Map([
        ['v1.4', 'c1'],
        ['2026-11-20', 'd1'],
        ['lost', 'zz'],
      ]),
    },
  ),
  applied: new Set(['a0', 'b0', 'c1', 'c2', 'n1']),
}

describe('a reference to a branch, a label or a tag', () => {
  it.each([
    ['cart', ['c2']],
    ['v1.4', ['c1']],
    ['v1.4-1', ['b0']],
    ['2026-11-20', ['d1']],
    ['2026-11-20+1', ['d2']],
    ['cart@heads', ['c4', 'm0']],
    ['net@head', ['n2']],
    ['net@head-1', ['n1']],
    ['net@base', []],
    ['net@base+1', ['n1']],
    ['cart@base', ['b0']],
    ['cart@base+2', ['c2']],
    ['cart@current', ['c2']],
    ['cart@-1', ['c1']],
    ['net@+1', ['n2']],
    ['d1@+1', ['d1']],
    ['d1@head', ['m0']],
    ['cart@vouchers', ['c3']],
    ['d1@m0-1', ['d2']],
    ['mail@cart: sent', ['c4']],
  ])('%s is %j', (text, expected) => {
    expect(resolveRef(text, branched)).toEqual(expected)
  })

  it('in a range counts from the other side', () => {
    expect(resolveRange('c1:+1', branched)).toEqual({ from: ['c1'], to: ['c2'] })
    expect(resolveRange('-2:net@head', branched)).toEqual({ from: [], to: ['n2'] })
    expect(resolveRange('b0:current', { ...branched, applied: new Set(['a0', 'b0', 'c1']) })).toEqual({
      from: ['b0'],
      to: ['c1'],
    })
    expect(resolveRange('n1:net@+1', { graph: branched.graph })).toEqual({ from: ['n1'], to: ['n2'] })
    expect(resolveRange('mail@cart: sent', branched)).toBeUndefined()
  })

  it('that is not there', () => {
    expect(failure(() => resolveRef('carts@head', branched))).toBe(`TM305
no branch fits "carts"
of 11 revisions, none has it as its id, as the beginning of its id, as a tag, a label or in its message
did you mean cart`)
    expect(failure(() => resolveRef('warehouse@head', branched))).toContain('the labels are cart, net')
    expect(failure(() => resolveRef('net@c3', branched))).toContain('no revision fits "net@c3"')
    expect(failure(() => resolveRef('lost', branched))).toBe(`TM317
the tag lost names revision zz, and no migration file has this id
a tag is a line of the file \`tags\` beside the migrations
restore the missing file
or move the tag: tidemark tag lost REF --force`)
  })

  it('with several heads', () => {
    expect(failure(() => resolveRef('cart@head', branched))).toBe(`TM307
the branch cart has 2 heads:
c4  mail@cart: sent
m0  both
migrations were added to the same parent; which of them is meant, and in which order, nobody says
name one of them
or \`cart@heads\` for all of them
or make them one: tidemark merge`)
  })
})

describe('a reference that means nothing', () => {
  it('unknown: suggests what is near', () => {
    expect(failure(() => resolveRef('wider totels', line))).toBe(
      `TM305
no revision fits "wider totels"
of 4 revisions, none has it as its id, as the beginning of its id, as a tag, a label or in its message
did you mean c333  wider totals`,
    )
    expect(failure(() => resolveRef('c332', line))).toContain('did you mean c333  wider totals')
    expect(failure(() => resolveRef('zzzzzzzz', line))).toContain('`tidemark history` lists the revisions')
  })

  it('ambiguous: lists the candidates', () => {
    const twice: RefContext = { graph: buildGraph([node('abc1', 'add totals'), node('abc2', 'drop totals', 'abc1')]) }
    const expected = (text: string): string => `TM306
"${text}" fits 2 revisions:
abc1  add totals
abc2  drop totals
write more of the id or of the message`
    expect(failure(() => resolveRef('abc', twice))).toBe(expected('abc'))
    expect(failure(() => resolveRef('totals', twice))).toBe(expected('totals'))
  })

  it('head, where there are two', () => {
    expect(failure(() => resolveRef('head', fork))).toBe(`TM307
the history has 2 heads:
b1  left
b2  right
migrations were added to the same parent; which of them is meant, and in which order, nobody says
name one of them
or \`heads\` for all of them
or make them one: tidemark merge`)
  })

  it('+1, where the history branches', () => {
    expect(failure(() => resolveRef('+1', fork))).toBe(`TM306
"+1" fits 2 revisions:
b1  left
b2  right
the history branches on the way
name one of them
or keep to its branch, as in b1@+1`)
  })

  it('beyond either end', () => {
    expect(failure(() => resolveRef('base-1', line))).toBe(
      'TM311\nbase-1 is below the first revision\nthe history has 4 revisions\n`tidemark history` lists them',
    )
    expect(failure(() => resolveRef('head+1', line))).toContain('TM311\nhead+1 is above the last revision')
  })

  it('current, where no database is asked', () => {
    expect(failure(() => resolveRef('+1', { graph: line.graph }))).toBe(
      'TM311\n+1 is relative to what a database holds, and this command asks no database\nname revisions, `head` or `base`',
    )
  })

  it('base, where a revision is needed', () => {
    expect(failure(() => resolveRevision('base', line))).toContain('TM311\nbase is the state before the first revision')
  })
})
