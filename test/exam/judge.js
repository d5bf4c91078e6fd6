import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, mustExit } from './failure.js'
import { openSides } from './sides.js'
import { expectations } from './survival.js'
import { openTool } from './tool.js'
import { roundTrip } from './round-trip.js'
import { goDown, goUp } from './transition.js'

/** The verdicts a unit can get. */
export const directions = ['forward', 'down', 'swapped', 'swapped down', 'round trip']

async function pull(tool, side, schema) {
  mustExit('pull', await tool.run('pull', '--url', side.database.url, '--out', schema))
  if (!existsSync(schema)) throw new Failure('pull', 'exit 0, but nothing was written')
  return schema
}

/** What a failure of the harness or the case itself is called. */
const asFailure = (error) =>
  error instanceof Failure ? error : new Failure('exam', error.message.split('\n').slice(0, 3).join(' '), { group: 'the exam itself', details: error.stack })

/**
 * Judges one unit in a folder of its own.
 *
 * @param {import('./units.js').Unit} unit
 * @param {{ cluster: object, folder: string, wanted: Set<string>, tool?: string, timeoutMs: number, keep: boolean }} context
 * @returns {Promise<{ direction: string, failure?: Failure, folder: string, calls: object[], ms: number }[]>}
 */
export async function judge(unit, { cluster, folder, wanted, tool: toolPath, timeoutMs, keep }) {
  const sides = openSides(unit, cluster)
  const verdicts = []
  const workplace = (name) => {
    const cwd = join(folder, name)
    mkdirSync(cwd, { recursive: true })
    return { cwd, tool: openTool({ tool: toolPath, cwd, timeoutMs }) }
  }

  async function attempt(direction, { cwd, tool }, work) {
    const started = performance.now()
    let failure
    const first = tool.calls.length
    const result = await work().catch((error) => (failure = asFailure(error)))
    const calls = tool.calls.slice(first)
    verdicts.push({ direction, failure, folder: cwd, calls, ms: Math.round(performance.now() - started) })
    return failure ? undefined : result
  }

  /** Both directions of a step, on the database of `from`: the way up with its verdict, and the way back with its own. */
  async function step([up, down], from, to, source, target, pulled, expected) {
    const place = workplace(up)
    if (pulled.failure) return verdicts.push(...[up, down].map((direction) => ({ direction, folder: place.cwd, calls: pulled.calls, ms: 0, failure: pulled.failure })))
    const { cwd, tool } = place
    tool.calls.push(...pulled.calls)
    cpSync(pulled.schema, join(cwd, 'schema'), { recursive: true })
    mkdirSync(join(cwd, 'migrations'))
    const where = { url: (await sides.open(from)).url, schema: join(cwd, 'schema'), migrations: join(cwd, 'migrations') }
    let way
    await attempt(up, place, async () => {
      way = await goUp(tool, where, source, target, expected)
      await way.reached()
    })
    const roles = unit.alone ? cluster.newRoles : async () => []
    await attempt(down, place, async () => {
      if (!way) throw new Failure('not reached', 'the way up broke off')
      await goDown(tool, where, source, way, expected, roles)
    })
  }

  async function pullAside(name, side) {
    const { cwd, tool } = workplace(name)
    try {
      return { schema: await pull(tool, side, join(cwd, 'schema')), calls: tool.calls }
    } catch (error) {
      return { failure: asFailure(error), calls: tool.calls }
    }
  }

  async function pair() {
    const swapped = wanted.has('swapped')
    const forward = wanted.has('forward')
    const source = await sides.study('old')
    const pulledOld = swapped && (await pullAside('pull-old', source))
    const target = await sides.study('new')
    const pulledNew = forward && (await pullAside('pull-new', target))
    const expectedUp = forward && (await expectations(target.database.url, source.rows))
    if (swapped) {
      const { url } = await sides.open('old')
      const expected = await expectations(url, target.rows)
      if (forward) await step(['forward', 'down'], 'old', 'new', source, target, pulledNew, expectedUp)
      await step(['swapped', 'swapped down'], 'new', 'old', target, source, pulledOld, expected)
    } else await step(['forward', 'down'], 'old', 'new', source, target, pulledNew, expectedUp)
  }

  try {
    if (!unit.roundTripOnly && (wanted.has('forward') || wanted.has('swapped'))) await pair()
    if (wanted.has('round trip') && (unit.roundTripOnly || wanted.size === 1)) {
      const place = workplace('round-trip')
      await attempt('round trip', place, () => roundTrip(sides, cluster, unit, place, pull))
    }
  } catch (error) {
    verdicts.push({ direction: 'exam', failure: asFailure(error), folder, calls: [], ms: 0 })
  } finally {
    if (!keep) await sides.dropAll().catch((error) => verdicts.push({ direction: 'exam', failure: asFailure(error), folder, calls: [], ms: 0 }))
  }
  return verdicts
}
