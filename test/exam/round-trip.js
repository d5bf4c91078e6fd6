import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { catalog } from './catalog.js'
import { mustBeNone } from './failure.js'
import { pull } from './pull.js'
import { goDown, goUp, mustBeSettled } from './transition.js'

const noRows = { up: [], down: [] }

function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]))
}

/** Files that are not the same in two folders. */
function differing(one, other) {
  const [a, b] = [filesOf(one), filesOf(other)]
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name))
}

/**
 * A database becomes declarations; declared again it must not change; the declarations must build it anew from nothing,
 * be written the same from there, and `down base` must leave nothing.
 */
export async function roundTrip({ sides, roles }, place) {
  const { cwd, tool } = place
  const target = await sides.study('old')
  const schema = await pull(place, target.database.url)
  const [same, migrations] = ['migrations-same', 'migrations'].map((name) => join(cwd, name))
  for (const folder of [same, migrations]) mkdirSync(folder)
  await mustBeSettled('declared again', tool, { url: target.database.url, schema, migrations: same })

  const { url } = await sides.openEmpty()
  const source = { facts: await catalog(url), roles: [] }
  const where = { url, schema, migrations }
  const way = await goUp(tool, where, source, target, noRows)
  await way.reached()
  const again = differing(schema, await pull(place, url, 'schema-again'))
  mustBeNone(
    'second pull',
    again.map((name) => `${name} differs`),
    'the second pull differs',
  )
  await goDown(tool, where, source, way, noRows, roles, ['base'])
}
