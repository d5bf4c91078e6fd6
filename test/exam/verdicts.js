import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.js'
import { normalise } from './first-error.js'
import { openTool } from './tool.js'

/** What is not Tidemark's failure: the case does not load, or the exam has a bug. */
const asFailure = (error) =>
  error instanceof Failure
    ? error
    : new Failure('exam', error.message.split('\n').slice(0, 3).join(' '), {
        group: normalise(error.message),
        details: error.stack,
      })

/**
 * Collects the verdicts on a unit, each with the folder it was reached in and the calls that led there.
 *
 * @typedef {{ cwd: string, tool: ReturnType<typeof openTool> }} Place
 * @typedef {{ direction: string, failure?: Failure, folder: string, calls: object[], ms: number }} Verdict
 */
export function openVerdicts(folder, { tool, timeoutMs }) {
  /** @type {Verdict[]} */
  const list = []

  /** @returns {Place} */
  function place(name) {
    const cwd = join(folder, name)
    mkdirSync(cwd, { recursive: true })
    return { cwd, tool: openTool({ tool, cwd, timeoutMs }) }
  }

  const add = (direction, cwd, { calls = [], ms = 0, failure } = {}) =>
    list.push({ direction, failure: failure && asFailure(failure), folder: cwd, calls, ms })

  /** Runs the work that decides a direction; a thrown failure is its verdict. Calls made before in the place count too. */
  async function decide(direction, { cwd, tool: { calls } }, work) {
    const started = performance.now()
    let failure
    await work().catch((error) => (failure = error))
    add(direction, cwd, { calls: [...calls], ms: Math.round(performance.now() - started), failure })
  }

  return { list, place, add, decide }
}
