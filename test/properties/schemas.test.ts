import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testedMajor } from '../support/embedded.js'
import { pairs, statementsOf, Trial } from './transition.js'

/** How many pairs of schemas are tried; each takes half a second and more. */
const runs = Number(process.env['PROPERTY_RUNS'] ?? (process.env['CI'] === undefined ? 30 : 200))
/** Which: always the same, unless a number is asked for. A failure names its seed; PROPERTY_SHRINK=1 makes it small, which takes long. */
const seed = process.env['PROPERTY_SEED'] ?? (process.env['PROPERTY_RUNS'] === undefined ? '3' : undefined)

const trial = await Trial.start()

// On an older server the same seed stands for other schemas: there only when asked for.
test.skipIf(testedMajor !== 18 && process.env['PROPERTY_RUNS'] === undefined)(
  'between any two schemas, up reaches the one and down returns to the other',
  { timeout: 60_000 + runs * 5_000 },
  async () => {
    const outcome = await fc.check(
      fc.asyncProperty(pairs, (pair) => trial.run(pair)),
      {
        numRuns: runs,
        endOnFailure: process.env['PROPERTY_SHRINK'] === undefined,
        ...(seed !== undefined && { seed: Number(seed) }),
      },
    )
    const [found] = outcome.counterexample ?? []
    const script = (which: 'first' | 'second'): string =>
      found === undefined
        ? ''
        : statementsOf(found, which, '')
            .map((text) => `${text};\n`)
            .join('')
    const told = `seed ${outcome.seed}, pair ${outcome.numRuns}\n-- first${found?.rows ? ', with rows' : ''}\n${script('first')}-- second\n${script('second')}`
    expect(outcome.failed, `${told}${String(outcome.errorInstance)}`).toBe(false)
  },
)
