import { expect, test } from 'vitest'
import { segments, type Position } from '../../src/runner/segments.js'
import { alone, step } from './history.js'

const steps = [
  step('A', 'a'),
  step(['B', 'C'], ['c', 'b']),
  alone('CREATE INDEX CONCURRENTLY i ON t (x)', 'DROP INDEX CONCURRENTLY i'),
  alone("ALTER TYPE e ADD VALUE 'x'; ALTER TYPE e ADD VALUE 'y'", []),
  step('D', 'd'),
]

const at = (stepsDone: number, rest: Partial<Position> = {}): Position => ({
  heading: 'up',
  stepsDone,
  statementsDone: 0,
  underway: false,
  ...rest,
})

/** `tx A B → 2`: what runs together, and the steps that are in effect after it. */
const drawn = (heading: 'up' | 'down', from: Position): readonly string[] =>
  segments(steps, heading, from).map(({ kind, parts, mayBeDone, after }) => {
    const texts = parts
      .map(({ sql }) => sql.text().replace(/ (CONCURRENTLY|TYPE).*? (\w+)( ON.*)?$/, ' $2'))
      .join(' + ')
    return `${kind === 'transaction' ? 'tx' : 'out'} ${texts}${mayBeDone ? ' ?' : ''} → ${after.stepsDone}.${after.statementsDone}`
  })

test('steps run together until one stands alone', () => {
  expect(drawn('up', at(0))).toEqual([
    'tx A + B + C → 2.0',
    'out CREATE INDEX i → 3.0',
    "tx ALTER TYPE e ADD VALUE 'x' → 3.1",
    "tx ALTER TYPE e ADD VALUE 'y' → 4.0",
    'tx D → 5.0',
  ])
  expect(drawn('down', at(5))).toEqual(['tx d → 3.0', 'out DROP INDEX i → 2.0', 'tx c + b + a → 0.0'])
})

test('an interrupted run goes on where it stopped', () => {
  expect(drawn('up', at(2, { underway: true }))[0]).toBe('out CREATE INDEX i ? → 3.0')
  expect(drawn('up', at(3, { statementsDone: 1 }))).toEqual(["tx ALTER TYPE e ADD VALUE 'y' → 4.0", 'tx D → 5.0'])
  expect(drawn('down', at(3, { heading: 'down', underway: true }))).toEqual([
    'out DROP INDEX i ? → 2.0',
    'tx c + b + a → 0.0',
  ])
})

test('an interrupted run can be turned around', () => {
  expect(drawn('down', at(2))).toEqual(['tx c + b + a → 0.0'])
  expect(drawn('down', at(2, { underway: true }))).toEqual(['out DROP INDEX i ? → 2.0', 'tx c + b + a → 0.0'])
  expect(drawn('up', at(3, { heading: 'down', underway: true }))[0]).toBe('out CREATE INDEX i ? → 3.0')
})

test('a migration without statements is recorded all the same', () => {
  expect(segments([], 'up', at(0))).toEqual([
    { kind: 'transaction', parts: [], mayBeDone: false, after: { stepsDone: 0, statementsDone: 0 } },
  ])
})
