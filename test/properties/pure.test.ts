import { runInThisContext } from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, compact, equal } from '../../src/catalog/json.js'
import type { CatalogObject } from '../../src/catalog/snapshot.js'
import { invert, type Change } from '../../src/diff/change.js'
import { Graph } from '../../src/plan/graph.js'
import { statements } from '../../src/revisions/statements.js'
import { unwrap } from '../../src/sql/expression.js'
import { qualified, quoteIdentifier, quoteLiteral } from '../../src/sql/identifier.js'
import { sql, sqlTemplate } from '../../src/sql/sql.js'

/** Texts as people and attackers write them: quotes, backslashes, dollars, line breaks, any character. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\\', '`', '$', '{', '}', "'", '"', ';', '\t', '列') }),
)

const edges = (nodes: number) => fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), { maxLength: nodes * 3 })

function graphOf(nodes: number, pairs: readonly (readonly [number, number])[]): Graph<number> {
  const graph = new Graph<number>()
  for (let node = 0; node < nodes; node++) graph.add(node)
  for (const [first, second] of pairs) graph.mustPrecede(first, second)
  return graph
}

const ascending = (a: number, b: number): number => a - b

test('an order holds every node once and respects every edge', () => {
  fc.assert(
    fc.property(edges(12), (pairs) => {
      const acyclic = pairs.filter(([first, second]) => first < second)
      const order = graphOf(12, acyclic).order(ascending)!
      expect([...order].sort(ascending)).toEqual([...Array(12).keys()])
      for (const [first, second] of acyclic) expect(order.indexOf(first)).toBeLessThan(order.indexOf(second))
    }),
  )
})

test('of the nodes that could come next, the smallest comes', () => {
  fc.assert(
    fc.property(edges(8), (pairs) => {
      const acyclic = pairs.filter(([first, second]) => first > second)
      const order = graphOf(8, acyclic).order(ascending)!
      order.forEach((node, at) => {
        const done = new Set(order.slice(0, at))
        const ready = order
          .slice(at)
          .filter((next) => acyclic.every(([first, second]) => second !== next || done.has(first)))
        expect(node).toBe(Math.min(...ready))
      })
    }),
  )
})

test('there is an order exactly when there are no cycles, and nodes of a cycle reach each other', () => {
  fc.assert(
    fc.property(edges(8), (pairs) => {
      const graph = graphOf(8, pairs)
      const cycles = graph.cycles()
      expect(graph.order(ascending) === undefined).toBe(cycles.length > 0)
      const reach = (from: number): Set<number> => {
        const seen = new Set<number>()
        const queue = [from]
        for (const node of queue)
          for (const [first, second] of pairs)
            if (first === node && first !== second && !seen.has(second)) {
              seen.add(second)
              queue.push(second)
            }
        return seen
      }
      for (const cycle of cycles)
        for (const node of cycle) expect([...reach(node)]).toEqual(expect.arrayContaining(cycle))
    }),
  )
})

const objects: fc.Arbitrary<CatalogObject> = fc.record({
  id: fc.string(),
  kind: fc.string(),
  attributes: fc.dictionary(fc.string(), fc.jsonValue()) as fc.Arbitrary<object>,
})

const changes: fc.Arbitrary<Change> = fc.oneof(
  objects.map((after): Change => ({ type: 'add', id: after.id, after })),
  objects.map((before): Change => ({ type: 'remove', id: before.id, before })),
  fc
    .tuple(objects, objects, fc.array(fc.string()))
    .map(([before, after, attributes]): Change => ({ type: 'alter', id: after.id, before, after, attributes })),
  fc.tuple(objects, objects).map(([before, after]): Change => ({ type: 'rename', id: after.id, before, after })),
)

test('a change inverted twice is the change', () => {
  fc.assert(
    fc.property(changes, (change) => {
      expect(invert(invert(change))).toEqual(change)
    }),
  )
})

/** A name that is no property by assignment. */
const odd = (json: string): Record<string, fc.JsonValue> => JSON.parse(`{"a":{"__proto__":${json}}}`)

test('values are equal exactly when their canonical JSON is, and compact is idempotent', () => {
  const records = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 2 }))
  fc.assert(
    fc.property(records, records, (left, right) => {
      expect(equal(left, right)).toBe(canonical(left) === canonical(right))
      expect(compact(compact(left))).toEqual(compact(left))
    }),
    {
      examples: [
        [odd('{"":0}'), {}],
        [odd('{}'), { a: {} }],
      ],
    },
  )
})

test('a quoted identifier reads back as the name', () => {
  fc.assert(
    fc.property(texts, (name) => {
      const quoted = quoteIdentifier(name)
      const read = quoted.startsWith('"') ? quoted.slice(1, -1).replaceAll('""', '"') : quoted.toLowerCase()
      expect(read).toBe(name)
      expect(qualified(name, name)).toBe(`${quoted}.${quoted}`)
    }),
  )
})

test('a quoted literal is one token, whatever it holds', () => {
  fc.assert(
    fc.property(texts, (value) => {
      const text = quoteLiteral(value)
      expect(statements(`SELECT ${text}; SELECT 1`).map((item) => item.text)).toEqual([`SELECT ${text}`, 'SELECT 1'])
    }),
  )
})

test('a sql template reads back as the text that it was made from', () => {
  // As a program: the text of the template literal goes through the JavaScript parser.
  const read = (literal: string): string => String(runInThisContext(`(sql) => ${literal}`)(sql))
  fc.assert(
    fc.property(texts, fc.constantFrom('', '  ', '      '), (text, indent) => {
      expect(read(sqlTemplate(text, indent))).toBe(text)
    }),
    { numRuns: 1000 },
  )
})

test('unwrapping takes away whole pairs of parentheses only', () => {
  const expressions = fc.string({ unit: fc.constantFrom('(', ')', 'a', ' ', '+', "'", '"') })
  fc.assert(
    fc.property(expressions, (inner) => {
      const result = unwrap(inner)
      expect(inner).toContain(result)
      expect(result.length === inner.length || inner.startsWith('(')).toBe(true)
    }),
  )
})
