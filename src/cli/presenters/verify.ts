import { exitCodes, TidemarkError, type ExitCode } from '../../errors/error.js'
import type { Verified } from '../../verify/verify.js'
import type { Output } from '../output.js'
import { changeJson, changeLines } from './changes.js'

/** One line a revision, and what its steps lose. */
export function presentVerified(verified: Verified, output: Output): void {
  if (output.json) return
  const { green, yellow, red, dim } = output.style
  const { verdict, revision, message, steps, notFollowed } = verified
  const colour = verdict === 'lossless' ? green : verdict === 'lossy' ? yellow : red
  output.data(`${colour(verdict.padEnd(12))}  ${revision}  ${message}`)
  const beside = ' '.repeat(14)
  steps.forEach(({ verdict: own, lost }, index) => {
    if (own === 'irreversible') output.data(`${beside}step ${index + 1} has no way back`)
    else if (lost.length > 0) output.data(`${beside}step ${index + 1} loses ${lost.join(', ')}`)
  })
  if (notFollowed !== undefined) output.data(dim(`${beside}rows were not followed: ${notFollowed}`))
}

/** What has to be mended, and the exit code. */
export function presentVerdict(
  all: readonly Verified[],
  { of, lossless }: { of: number; lossless: boolean },
  output: Output,
): ExitCode {
  if (output.json) {
    const revisions = all.map(({ differences, ...rest }) => ({ ...rest, differences: differences.map(changeJson) }))
    output.document({ revisions })
  }
  if (all.length < of) output.note(`${of - all.length} revisions above it were not verified.`)
  const failed = all.filter(({ verdict }) => verdict !== 'lossless' && (verdict !== 'lossy' || lossless))
  for (const item of failed) for (const found of finding(item, output).diagnostics) output.diagnostic(found)
  return failed.length === 0 ? exitCodes.done : exitCodes.notReversible
}

function finding({ revision, message, file, verdict, steps, differences }: Verified, { style }: Output): TidemarkError {
  const numbers = steps.flatMap((step, index) => (step.verdict === 'lossless' ? [] : [index + 1])).join(', ')
  const texts = {
    irreversible: {
      what: `step ${numbers} says nothing about its way back`,
      fix: 'write its `down`; where nothing has to be done, say so: down: sql`-- nothing to do`',
    },
    lossy: {
      what: `step ${numbers} does not give back all rows`,
      why: steps.flatMap(({ lost }) => lost).join('\n'),
      fix: 'keep what would be lost aside, in a table or a column of another name',
    },
    'down differs': {
      what: 'after down, the scratch database is not what it was before up',
      why: changeLines(differences, style).join('\n'),
      fix: 'correct `down` of the step',
    },
    'up differs': {
      what: 'after up, down and up, the scratch database is not what it was after the first up',
      why: changeLines(differences, style).join('\n'),
      fix: 'correct `down` of the step: something stays that the second up finds',
    },
    lossless: { what: '' },
  }
  return new TidemarkError({
    code: 'TM326',
    subject: `${revision} ${message}`,
    ...texts[verdict],
    ...(file === undefined ? {} : { at: { file } }),
  })
}
