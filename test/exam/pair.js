import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.js'
import { pull } from './pull.js'
import { expectations } from './survival.js'
import { goDown, goUp } from './transition.js'

/** A side as declarations; a failure is kept for the directions that need them. */
async function declarations(verdicts, name, side) {
  const place = verdicts.place(name)
  try {
    return { schema: await pull(place, side.database.url), calls: place.tool.calls }
  } catch (failure) {
    return { failure, calls: place.tool.calls }
  }
}

/** One way up and the way back, on the database of the source. `wanted` may leave out the way back. */
async function step({ verdicts, names: [up, down], url, source, target, declared, expected, roles, wanted }) {
  const place = verdicts.place(up)
  const { cwd, tool } = place
  const unreached = () => new Failure('not reached', 'the way up broke off')
  if (declared.failure) {
    verdicts.add(up, cwd, declared)
    if (wanted.has(down)) verdicts.add(down, cwd, { failure: unreached() })
    return
  }
  tool.calls.push(...declared.calls)
  const unchecked = up === 'swapped'
  const where = { url, schema: join(cwd, 'schema'), migrations: join(cwd, 'migrations'), unchecked }
  cpSync(declared.schema, where.schema, { recursive: true })
  mkdirSync(where.migrations)
  let way
  await verdicts.decide(up, place, async () => {
    way = await goUp(tool, where, source, target, expected)
    await way.reached()
  })
  if (!wanted.has(down)) return
  await verdicts.decide(down, place, async () => {
    if (!way) throw unreached()
    await goDown(tool, where, source, way, expected, roles)
  })
}

/**
 * Judges a pair of schemas: old → new and back; swapped, new → old and back. Both sides are studied first, since a side
 * may have to leave the cluster before the other can stand in it.
 */
export async function judgePair({ unit, sides, verdicts, wanted, roles }) {
  const source = await sides.study('old')
  const old = wanted.has('swapped') && (await declarations(verdicts, 'pull-old', source))
  const target = await sides.study('new')
  const wish = wanted.has('forward') && (await declarations(verdicts, 'pull-new', target))
  const forward = await expectations(target.database.url, source.rows)
  const again = await sides.open('old')
  const backward = wanted.has('swapped') && (await expectations(again.url, target.rows))
  const common = { verdicts, wanted, roles, unit }
  if (wish)
    await step({
      ...common,
      names: ['forward', 'down'],
      url: again.url,
      source,
      target,
      declared: wish,
      expected: forward,
    })
  if (!old) return
  const { url } = await sides.open('new')
  const names = ['swapped', 'swapped down']
  await step({ ...common, names, url, source: target, target: source, declared: old, expected: backward })
}
