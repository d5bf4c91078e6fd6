import { expect, test } from 'vitest'
import type { HazardContext } from '../../src/hazards/hazard.js'
import { narrowedType } from '../../src/hazards/narrowed-type.js'

const column = (type: string) => ({ id: 'column public.t.a', kind: 'column', attributes: { type } })
/** A side on which the column needs an extension in a schema. */
const side = (objectSchema: string) => ({
  dependencies: () => ['extension citext'],
  get: (id: string) => ({ id, kind: 'extension', attributes: { name: 'citext', objectSchema } }),
  stays: () => true,
})
const judged = (before: string, after: string): boolean =>
  narrowedType.judge(
    { type: 'alter', id: 'column public.t.a', before: column(before), after: column(after), attributes: ['type'] },
    { from: side('public'), to: side('tools') } as unknown as HazardContext,
  ) !== undefined

test.each([
  ['integer', 'bigint'],
  ['numeric(8,2)', 'numeric(12,2)'],
  ['numeric(8,2)', 'numeric(12,4)'],
  ['numeric(8,2)', 'numeric'],
  ['character varying(20)', 'character varying(30)'],
  ['character varying(20)', 'text'],
  // The extension moves, and its type with it.
  ['public.citext', 'tools.citext'],
])('%s → %s holds every value', (before, after) => {
  expect(judged(before, after)).toBe(false)
})

test.each([
  ['bigint', 'integer'],
  ['numeric(8,2)', 'numeric(8,3)'],
  ['numeric(12,4)', 'numeric(12,2)'],
  ['text', 'character varying(30)'],
  ['text', 'integer'],
  ['timestamp without time zone', 'date'],
  ['public.citext', 'other.citext'],
])('%s → %s may not', (before, after) => {
  expect(judged(before, after)).toBe(true)
})
