import fc from 'fast-check'
import { test } from 'vitest'
import { testedMajor } from '../support/embedded.js'
import { asked, expectNoFailure, seed, source } from './failures.js'
import { picks, tryRenamed, withNames, type RenamedPair } from './renaming.js'
import { fewest } from './shrink.js'
import { Trial } from './transition.js'

/** How many pairs of schemas are tried; each takes a second and more. */
const runs = Number(asked ?? 8)

const trial = await Trial.start()

async function fewestOf(pair: RenamedPair, fails: (other: RenamedPair) => Promise<boolean>): Promise<RenamedPair> {
  const fewer = { ...pair, names: await fewest(pair.names, (names) => fails({ ...pair, names })) }
  return { ...fewer, entries: await fewest(fewer.entries, (entries) => fails({ ...fewer, entries })) }
}

// As for schemas without renames.
test.skipIf(testedMajor !== 18 && asked === undefined)(
  'where anything is called otherwise, up renames it and down renames it back',
  { timeout: 60_000 + runs * 20_000 },
  async () => {
    const list: RenamedPair[] = []
    for (const [pair, numbers] of fc.sample(fc.tuple(source, picks), { seed, numRuns: runs }))
      list.push(await withNames(pair, numbers, trial))
    await expectNoFailure(list, {
      run: (pair) => tryRenamed(pair, trial),
      shrunk: fewestOf,
      more: ({ names }) => names.map(({ id, name }) => `-- ${id} is called ${name}\n`).join(''),
    })
  },
)
