import { catalog } from './catalog.js'
import { Failure, mustBeNone, mustEqual, mustExit } from './failure.js'
import { positions } from './rows.js'
import { lost, restarted } from './survival.js'
import { answer, consent } from './tool.js'

/** Autogenerate's answer, which must be one JSON document with a list of changes. */
export async function autogenerate(stage, tool, { url, schema, migrations }) {
  const args = ['autogenerate', '-m', 'exam', '--url', url, '--schema', schema, '--migrations', migrations, '--json']
  const call = mustExit(stage, await tool.run(...args, ...consent, '--renames', 'none'))
  const document = answer(call)
  if (!Array.isArray(document?.changes)) throw new Failure(stage, 'stdout is not one JSON document with changes')
  return document
}

/** Once the database is what is declared, there must be nothing left to do. */
export async function mustBeSettled(stage, tool, place) {
  const { changes, file } = await autogenerate(stage, tool, place)
  const list = changes.map((change) => JSON.stringify(change))
  if (list.length === 0 && !file) return
  const kinds = [...new Set(changes.map(kindOfChange))]
  throw new Failure(stage, `${list.length} changes: ${list[0]?.slice(0, 160)}`, {
    group: `finds changes: ${kinds.slice(0, 3).join(', ')}${kinds.length > 3 ? ' …' : ''}`,
    details: list.join('\n'),
  })
}

const kindOfChange = ({ type, object, attributes = [] }) =>
  [type, String(object).split(' ')[0], ...attributes].join(' ')

/** Its exit code tells what is left to do. Not asked everywhere: a command costs a start of the tool. */
async function check(stage, tool, { url, schema, migrations, unchecked }, accepted) {
  if (unchecked) return undefined
  return mustExit(
    stage,
    await tool.run('check', '--url', url, '--schema', schema, '--migrations', migrations, '--json'),
    accepted,
  )
}

const migrate = (tool, verb, { url, migrations }, ref = []) =>
  tool.run(verb, ...ref, '--url', url, '--migrations', migrations, ...consent)

/** A migration that broke off must have left nothing half done. */
async function brokeOff(failure, url, source) {
  const facts = await catalog(url, { roles: source.roles })
  const left = facts.filter((fact) => !source.facts.includes(fact)).length
  if (left > 0) failure.details += `\n\nHALF DONE: ${left} facts that were not there before`
  return failure
}

/** From `source` to `target` on the database of the source. */
export async function goUp(tool, place, source, target, expected) {
  const before = await positions(place.url)
  const { file } = await autogenerate('autogenerate', tool, place)
  if (file) {
    const call = await migrate(tool, 'up', place)
    try {
      mustExit('up', call)
    } catch (failure) {
      throw await brokeOff(failure, place.url, source)
    }
  }
  const reached = async () => {
    mustEqual(file ? 'up catalog' : 'nothing written', target.facts, await catalog(place.url, { roles: target.roles }))
    mustBeNone('up rows', await lost(place.url, expected.up), 'rows lost')
    mustBeNone('up positions', await restarted(place.url, before), 'sequence restarted')
    await mustBeSettled('again', tool, place)
    await check('check', tool, place)
  }
  // The position of a sequence that was dropped is gone, like the rows of a table.
  const standing = await positions(place.url)
  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => name in standing))
  return { applied: Boolean(file), before: kept, reached }
}

/** Back to `source`, whatever the way up reached. `roles` lists those of the cluster at that moment. */
export async function goDown(tool, place, source, { applied, before }, expected, roles, ref = []) {
  if (!applied) throw new Failure('not reached', 'no migration was written')
  mustExit('down', await migrate(tool, 'down', place, ref))
  mustEqual('down catalog', source.facts, await catalog(place.url, { roles: await roles() }))
  mustBeNone('down rows', await lost(place.url, expected.down), 'rows lost')
  mustBeNone('down positions', await restarted(place.url, before), 'sequence restarted')
  await check('down check', tool, place, (code) => code >= 4 && code < 128)
}
