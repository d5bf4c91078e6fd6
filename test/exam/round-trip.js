import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { catalog } from './catalog.js'
import { mustBeNone } from './failure.js'
import { autogenerate, goDown, goUp, mustBeSettled } from './transition.js'

const nothing = { up: [], down: [] }

function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    names.map((entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name)
      return [path.slice(folder.length), readFileSync(path, 'utf8')]
    }),
  )
}

/** Files that are not the same in two folders. */
function differing(one, other) {
  const [a, b] = [filesOf(one), filesOf(other)]
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name)).map((name) => `${name} differs`)
}

/**
 * A database becomes declarations; declared again it must not change; the declarations must build it anew from nothing,
 * be written the same from there, and `down base` must leave nothing.
 */
export async function roundTrip(sides, cluster, unit, { cwd, tool }, pull) {
  const target = await sides.study('old')
  const schema = await pull(tool, target, join(cwd, 'schema'))
  const folders = ['migrations-same', 'migrations'].map((name) => join(cwd, name))
  for (const folder of folders) mkdirSync(folder)
  await mustBeSettled('declared again', tool, { url: target.database.url, schema, migrations: folders[0] })

  const empty = await sides.openEmpty()
  const source = { facts: await catalog(empty.url), roles: [] }
  const place = { url: empty.url, schema, migrations: folders[1] }
  const way = await goUp(tool, place, source, target, nothing)
  await way.reached()
  await pull(tool, { database: empty }, join(cwd, 'schema-again'))
  mustBeNone('second pull', differing(schema, join(cwd, 'schema-again')), 'the second pull differs')
  const roles = unit.alone ? cluster.newRoles : async () => []
  await goDown(tool, place, source, way, nothing, roles, ['base'])
}
