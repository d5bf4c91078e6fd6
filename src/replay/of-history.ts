import { readFileSync } from 'node:fs'
import { emptySnapshot, type Snapshot } from '../catalog/snapshot.js'
import { kinds } from '../kinds/index.js'
import { isCode } from '../revisions/data.js'
import type { History } from '../revisions/load.js'
import type { Scope } from '../kinds/kind.js'

/**
 * Leaves out the roles that no migration speaks of: others may make theirs on the scratch server meanwhile. What a function does
 * is not known; it may speak of whatever its file does.
 */
export function ofHistory({ revisions }: History): (snapshot: Snapshot) => Snapshot {
  const said = revisions
    .map(({ steps, file }) => {
      const statements = steps.flatMap(({ up, down }) => [...up, ...down])
      if (statements.some(isCode)) return readFileSync(file, 'utf8')
      return statements.map((statement) => statement.text()).join('\n')
    })
    .join('\n')
  const known = new Map<string, boolean>()
  const isNamed = (role: string): boolean => {
    if (!known.has(role)) known.set(role, said.includes(role.replaceAll('"', '""')))
    return known.get(role)!
  }
  return (snapshot) => {
    const all = [...snapshot.objects.values()]
    const roles = all.flatMap(({ kind, attributes }) =>
      kind === 'role' ? [(attributes as { name: string }).name] : [],
    )
    const nothing = emptySnapshot(snapshot.version)
    const scope: Scope = { current: snapshot, desired: nothing, roles: new Set(roles.filter(isNamed)), user: '' }
    const objects = all.filter((object) => !kinds.of(object).leftAlone?.(object.attributes, scope))
    return { ...snapshot, objects: new Map(objects.map((object) => [object.id, object])) }
  }
}
