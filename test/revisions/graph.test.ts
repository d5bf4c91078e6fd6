import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TidemarkError } from '../../src/errors/error.js'
import { ancestors, buildGraph, descendants, tips, type Node } from '../../src/revisions/graph.js'

const node = (revision: string, ...parents: string[]): Node => ({
  revision,
  parents,
  message: revision,
  file: `/p/migrations/${revision}.ts`,
})

function problemsOf(nodes: readonly Node[]): readonly object[] {
  try {
    buildGraph(nodes)
  } catch (error) {
    return (error as TidemarkError).diagnostics
  }
  throw new Error('it is a history')
}

describe('a history', () => {
  const graph = buildGraph([node('d', 'b', 'c'), node('c', 'a'), node('b', 'a'), node('a'), node('e', 'c')])

  it('is ordered by ancestry, and by file name where that says nothing', () => {
    expect(graph.order).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(graph.heads).toEqual(['d', 'e'])
  })

  it('knows what a revision stands on, and what stands on it', () => {
    expect([...ancestors(graph, ['b'])].sort()).toEqual(['a', 'b'])
    expect([...descendants(graph, ['c'])].sort()).toEqual(['c', 'd', 'e'])
    expect(tips(graph, new Set(['a', 'b', 'c']))).toEqual(['b', 'c'])
  })

  it('counts dependencies where something has to be applied or taken back, not among parents', () => {
    const apart = buildGraph([node('a'), node('b', 'a'), { ...node('x'), dependsOn: ['b'] }, node('y', 'x')])
    expect(apart.order).toEqual(['a', 'b', 'x', 'y'])
    expect(apart.heads).toEqual(['b', 'y'])
    expect([...ancestors(apart, ['y'])].sort()).toEqual(['a', 'b', 'x', 'y'])
    expect([...descendants(apart, ['b'])].sort()).toEqual(['b', 'x', 'y'])
    expect(tips(apart, new Set(['a', 'b', 'x']))).toEqual(['b', 'x'])
  })

  it('has one order, however its files are listed', () => {
    const nodes = [...graph.nodes.values()]
    fc.assert(
      fc.property(fc.shuffledSubarray(nodes, { minLength: nodes.length }), (shuffled) => {
        expect(buildGraph(shuffled).order).toEqual(graph.order)
      }),
    )
  })

  it('puts parents first in any graph', () => {
    const graphs = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 40 }).map((list) =>
      list.map(([a, b, merge], index) => {
        const parents = index === 0 ? [] : [...new Set(merge ? [a % index, b % index] : [a % index])]
        return node(
          `${(index * 7919) % 1000}`.padStart(4, '0'),
          ...parents.map((at) => `${(at * 7919) % 1000}`.padStart(4, '0')),
        )
      }),
    )
    fc.assert(
      fc.property(graphs, (nodes) => {
        const { order, nodes: byId } = buildGraph(nodes)
        const place = new Map(order.map((id, index) => [id, index]))
        for (const id of order)
          for (const parent of byId.get(id)!.parents) expect(place.get(parent)!).toBeLessThan(place.get(id)!)
      }),
    )
  })
})

describe('files that make no history', () => {
  it('two with one id', () => {
    expect(problemsOf([node('a'), { ...node('a'), file: '/p/migrations/copy.ts' }])).toEqual([
      {
        severity: 'error',
        code: 'TM301',
        rule: 'duplicate-revision',
        subject: 'a',
        what: 'two migration files have the revision id a:\nmigrations/a.ts\nmigrations/copy.ts',
        why: 'an id names one place in the history; the ledger could not tell the two apart',
        fix: 'give one of them an id of its own (twelve hexadecimal digits) and update the parents that mean it',
        at: { file: '/p/migrations/copy.ts' },
      },
    ])
  })

  it('one whose parent is missing', () => {
    expect(problemsOf([node('b', 'a')])).toEqual([
      {
        severity: 'error',
        code: 'TM302',
        rule: 'missing-parent',
        subject: 'b',
        what: 'revision b names the parent a, and no migration file has this id',
        why: 'revisions are applied by ancestry; without the parent its place in the history is unknown',
        fix: [
          'restore the missing file (a merge or a rebase may have lost it)',
          'or change `parents` of migrations/b.ts to a revision that exists',
        ],
        at: { file: '/p/migrations/b.ts' },
      },
    ])
  })

  it('a cycle, named from its first file on', () => {
    expect(problemsOf([node('x', 'z'), node('a'), node('y', 'x', 'a'), node('z', 'y'), node('after', 'z')])).toEqual([
      {
        severity: 'error',
        code: 'TM303',
        rule: 'revision-cycle',
        subject: 'x',
        what: 'the parents of these migration files form a cycle:\nmigrations/x.ts\nmigrations/y.ts\nmigrations/z.ts',
        why: 'x → y → z → x: none of them can be the first to be applied',
        fix: 'correct `parents` in one of the files',
        at: { file: '/p/migrations/x.ts' },
      },
    ])
  })

  it('one that depends on what is missing', () => {
    expect(problemsOf([{ ...node('b'), dependsOn: ['a'] }])).toEqual([
      {
        severity: 'error',
        code: 'TM302',
        rule: 'missing-parent',
        subject: 'b',
        what: 'revision b depends on a, and no migration file has this id',
        why: 'a revision is applied after all that it depends on',
        fix: [
          'restore the missing file (a merge or a rebase may have lost it)',
          'or change `dependsOn` of migrations/b.ts to a revision that exists',
        ],
        at: { file: '/p/migrations/b.ts' },
      },
    ])
  })

  it('a cycle through a dependency', () => {
    expect(problemsOf([{ ...node('x'), dependsOn: ['y'] }, node('y', 'x')])).toMatchObject([
      {
        code: 'TM303',
        what: 'the parents and dependencies of these migration files form a cycle:\nmigrations/x.ts\nmigrations/y.ts',
        why: 'x → y → x: none of them can be the first to be applied',
        fix: 'correct `parents` or `dependsOn` in one of the files',
      },
    ])
  })

  it('two with one label', () => {
    expect(
      problemsOf([
        { ...node('a'), labels: ['cart'] },
        { ...node('b', 'a'), labels: ['cart'] },
      ]),
    ).toEqual([
      {
        severity: 'error',
        code: 'TM316',
        rule: 'duplicate-label',
        subject: 'cart',
        what: 'two revisions have the label cart:\nmigrations/a.ts\nmigrations/b.ts',
        why: 'a label names one branch; all that stands on the labelled revision belongs to it anyway',
        fix: 'take it out of one of the files',
        at: { file: '/p/migrations/b.ts' },
      },
    ])
  })
})
