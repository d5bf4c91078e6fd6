import { expect } from 'vitest'
import { densePairs, pairs, statementsOf, type Pair } from './transition.js'

/** How many pairs are asked for. */
export const asked = process.env['PROPERTY_RUNS']
/** Which: always the same, unless a number is asked for. A failure names its seed; PROPERTY_SHRINK=1 makes it small, which takes long. */
export const seed = Number(process.env['PROPERTY_SEED'] ?? (asked === undefined ? 3 : Date.now() % 1_000_000))
export const source = process.env['PROPERTY_SOURCE'] === 'dense' ? densePairs : pairs
/** A run goes on after a failure, so that a long one tells all that there is; not for ever. */
const enough = 20

/** How pairs are tried. */
interface Attempt<P extends Pair> {
  /** Fails where the pair does. */
  run(pair: P): Promise<void>
  /** A smaller pair for which `fails` is true as well. */
  shrunk(pair: P, fails: (other: P) => Promise<boolean>): Promise<P>
  /** What the schemas do not tell of a pair. */
  more?(pair: P): string
}

/** Tries pairs, and fails with those that failed, as SQL. */
export async function expectNoFailure<P extends Pair>(list: Iterable<P>, attempt: Attempt<P>): Promise<void> {
  const failureOf = async (pair: P): Promise<string | undefined> => {
    try {
      await attempt.run(pair)
      return undefined
    } catch (error) {
      return String(error)
    }
  }
  const failures: string[] = []
  let number = 0
  for (const pair of list) {
    number++
    const failure = await failureOf(pair)
    if (failure === undefined) continue
    const failsToo = async (other: P): Promise<boolean> => {
      const found = await failureOf(other)
      return found !== undefined && kindOf(found) === kindOf(failure)
    }
    const small = process.env['PROPERTY_SHRINK'] === undefined ? pair : await attempt.shrunk(pair, failsToo)
    failures.push(told(small, number, attempt.more?.(small) ?? '', failure))
    if (failures.length === enough) break
  }
  expect(failures.join('\n')).toBe('')
}

/** The beginning of an error tells whether it is the same: names and what follows may be others in a smaller schema. */
const kindOf = (failure: string): string => failure.slice(0, 40)

function told(pair: Pair, number: number, more: string, failure: string): string {
  const script = (which: 'first' | 'second'): string =>
    statementsOf(pair, which, '')
      .map((text) => `${text};\n`)
      .join('')
  return `seed ${seed}, pair ${number}\n-- first${pair.rows ? ', with rows' : ''}\n${script('first')}-- second\n${script('second')}${more}${failure}\n`
}
