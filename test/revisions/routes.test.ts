import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TidemarkError } from '../../src/errors/error.js'
import { ancestors, standsOn } from '../../src/revisions/graph.js'
import { historyOf, type Revision } from '../../src/revisions/load.js'
import type { LedgerRow } from '../../src/runner/ledger.js'
import { routeDown, routeUp, stateOf, type Leg, type State } from '../../src/runner/route.js'

interface Case {
  readonly state: State
  /** A revision to go to. */
  readonly id: string
}

/** Any history with forks, merges, dependencies and several roots, and a database that holds a part of it. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    nodes: fc.array(fc.record({ parents: fc.array(fc.nat(), { maxLength: 2 }), needs: fc.option(fc.nat()) }), {
      minLength: 1,
      maxLength: 14,
    }),
    held: fc.array(fc.nat(), { maxLength: 4 }),
    goal: fc.nat(),
  })
  .map(({ nodes, held, goal }) => {
    const id = (index: number): string => `r${index.toString(36).padStart(2, '0')}`
    const revisions = nodes.map(({ parents, needs }, index): Revision => {
      const below = (list: readonly number[]): string[] =>
        index === 0 ? [] : [...new Set(list.map((at) => id(at % index)))]
      return {
        ...{
          revision: id(index),
          message: `change ${id(index)}`,
          file: `${id(index)}.ts`,
          checksum: '',
          formerChecksum: '',
          steps: [],
        },
        ...{ parents: below(parents), dependsOn: below(needs === null ? [] : [needs]), roles: [] },
      }
    })
    const history = historyOf('', revisions)
    const applied = ancestors(
      history.graph,
      held.map((at) => id(at % nodes.length)),
    )
    const rows = new Map(
      [...applied].map((revision) => [revision, rowOf(revisions.find((r) => r.revision === revision)!)]),
    )
    return { state: stateOf(history, { version: new Set(), rows }), id: id(goal % nodes.length) }
  })

const rowOf = (revision: Revision): LedgerRow => ({
  ...{ revision: revision.revision, parents: standsOn(revision), message: '', checksum: '', steps: 0, stepsDone: 0 },
  ...{ statementsDone: 0, underway: false, heading: 'up', who: '', role: '', host: '', appliedAt: new Date(0) },
  ...{ durationMs: 0, toolVersion: '', gitCommit: null },
})

/** What a database holds after each leg; every one of them has to be something that can be. */
function walk({ graph, applied }: State, legs: readonly Leg[]): Set<string> {
  const held = new Set(applied)
  for (const { revision, heading } of legs) {
    expect(held.has(revision)).toBe(heading === 'down')
    if (heading === 'up') held.add(revision)
    else held.delete(revision)
    for (const id of held) for (const lower of standsOn(graph.nodes.get(id)!)) expect(held).toContain(lower)
  }
  return held
}

test('up applies exactly what its goal stands on, and never something before what it needs', () => {
  fc.assert(
    fc.property(cases, ({ state, id }) => {
      expect(walk(state, routeUp(state, id))).toEqual(new Set([...state.applied, ...ancestors(state.graph, [id])]))
      expect(walk(state, routeUp(state, 'heads'))).toEqual(new Set(state.graph.order))
    }),
  )
})

test('down takes back what stands above its goal, and nothing that can stay', () => {
  fc.assert(
    fc.property(cases, ({ state, id }) => {
      expect(walk(state, routeDown(state, 'base'))).toEqual(new Set())
      if (!state.applied.has(id)) return
      const { graph } = state
      const after = walk(state, routeDown(state, id))
      expect(after).toContain(id)
      const children = graph.children.get(id)!
      for (const child of children) expect(after).not.toContain(child)
      for (const gone of state.applied) {
        const below = ancestors(graph, [gone])
        expect(after.has(gone)).toBe(!children.some((child) => below.has(child)))
      }
    }),
  )
})

test('down to the base of a branch leaves all others alone', () => {
  fc.assert(
    fc.property(cases, ({ state, id }) => {
      let legs: readonly Leg[]
      try {
        legs = routeDown(state, `${id}@base`)
      } catch (error) {
        if (!(error instanceof TidemarkError)) throw error
        return // What the branch stands on is not applied.
      }
      const after = walk(state, legs)
      expect(after).not.toContain(id)
      const gone = new Set(legs.map(({ revision }) => revision))
      // Everything that goes, goes with the first revision of the branch.
      const first = legs.at(-1)?.revision
      for (const revision of gone) expect(ancestors(state.graph, [revision])).toContain(first)
    }),
  )
})
