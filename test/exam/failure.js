import { classify, compare, describe, withoutParts } from './compare.js'
import { firstError } from './first-error.js'
import { transcript } from './tool.js'

/**
 * A stage of the judgement that did not hold: `reason` is one line, `group` the same without names, for counting. `classes`
 * are the kinds of difference between two catalogs.
 */
export class Failure extends Error {
  constructor(stage, reason, { group = reason, details = '', classes = [] } = {}) {
    super(`${stage}: ${reason}`)
    Object.assign(this, { stage, reason, group, details, classes })
  }
}

/** Fails the stage when the call did not end with an expected exit code. */
export function mustExit(stage, call, accepted = (code) => code === 0) {
  if (call.timedOut)
    throw new Failure(stage, `no end after ${Math.round(call.ms / 1000)} s`, {
      group: 'no end',
      details: transcript(call),
    })
  if (accepted(call.code)) return call
  const { line, group } = firstError(call)
  throw new Failure(stage, `exit ${call.code}: ${line}`, {
    group: `exit ${call.code}: ${group}`,
    details: transcript(call),
  })
}

/** Fails the stage when two catalogs differ. */
export function mustEqual(stage, expected, actual) {
  const differences = compare(expected, actual)
  if (differences.length === 0) return
  // What was not seen at all is one finding, whether it is to come or to go.
  const heads = withoutParts(differences)
  const seen = stage === 'nothing written' ? heads.map((difference) => ({ ...difference, sign: '' })) : heads
  const classes = [...new Set(seen.map(classify))].toSorted()
  const shown = describe(heads[0]).replace(/\s+/g, ' ').slice(0, 160)
  throw new Failure(stage, `${differences.length} differences: ${shown}`, {
    group: `${classes.slice(0, 3).join(', ')}${classes.length > 3 ? ' …' : ''}`,
    details: differences.map(describe).join('\n'),
    classes,
  })
}

/** Fails the stage when something is listed. */
export function mustBeNone(stage, problems, group) {
  if (problems.length > 0) throw new Failure(stage, problems[0], { group, details: problems.join('\n') })
}
