import { dependenciesOf } from '../catalog/dependencies.js'
import { equal } from '../catalog/json.js'
import type { CatalogObject, Dependencies, Snapshot } from '../catalog/snapshot.js'
import { differing } from '../diff/diff.js'
import type { Kinds } from '../kinds/registry.js'
import { namesIn } from '../sql/names-in.js'
import type { Declared } from './declared.js'
import { isVerbatim } from './verbatim.js'

/** A live database as declarations are held against it. */
export interface Live {
  readonly snapshot: Snapshot
  dependencies(): Promise<Dependencies>
}

/**
 * Declared objects of which a scratch database would only say what is known: tables (with all their parts) that are declared
 * word for word as PostgreSQL prints them for the live one. That holds because what it prints reads back as the same: every
 * dump relies on it. A table is built all the same when anything that it depends on is not known, or when something that is
 * built may speak of it.
 * @param birth What an empty database holds.
 */
export function agreedObjects(
  declared: Declared,
  birth: Snapshot,
  live: Snapshot,
  liveDependencies: Dependencies,
  kinds: Kinds,
): ReadonlyMap<string, CatalogObject> {
  const wanted = new Map([...birth.objects, ...declared.objects])
  const isOurs = (object: CatalogObject): boolean => !isVerbatim(object, kinds)
  const units = new Map<string, CatalogObject[]>()
  const roots = new Map<string, string>()
  const rootOf = (object: CatalogObject): string => {
    const known = roots.get(object.id)
    if (known !== undefined) return known
    const parentId = kinds.parentOf(object)
    const parent = wanted.get(parentId ?? '') ?? live.objects.get(parentId ?? '')
    const root = parent === undefined ? object.id : rootOf(parent)
    roots.set(object.id, root)
    return root
  }
  const strange = new Set<string>()
  for (const object of wanted.values()) {
    if (!isOurs(object)) continue
    const root = rootOf(object)
    push(units, root, object)
    const there = live.objects.get(object.id)
    if (there === undefined || differing(there, object, kinds).length > 0) strange.add(root)
  }
  for (const object of live.objects.values()) if (isOurs(object) && !wanted.has(object.id)) strange.add(rootOf(object))

  const needsOf = (id: string): readonly string[] => liveDependencies.get(id) ?? []
  const rootOfId = (id: string): string => roots.get(id) ?? id
  const left = new Map<string, readonly CatalogObject[]>()
  for (const [root, unit] of units) {
    if (holdsRows(root) && !strange.has(root) && unit.every(({ id }) => needsOf(id).every((need) => isKnown(need))))
      left.set(root, unit)
  }
  function holdsRows(root: string): boolean {
    const object = wanted.get(root)
    return object !== undefined && kinds.of(object).holdsData !== undefined
  }
  function isKnown(id: string): boolean {
    const root = rootOfId(id)
    return !strange.has(root) && units.has(root)
  }

  // What is built takes along what it speaks of, and what hangs on it as a whole: a partition on its table.
  const declaredNeeds = (object: CatalogObject): readonly string[] =>
    dependenciesOf(object, declared, declared.requires, kinds)
  const hanging = new Map<string, string[]>()
  const named = new Map<string, string[]>()
  for (const root of left.keys()) {
    for (const need of needsOf(root)) if (holdsRows(rootOfId(need))) push(hanging, rootOfId(need), root)
    push(named, (wanted.get(root)!.attributes as { name?: string }).name ?? '', root)
  }
  const built = [...units].filter(([root]) => !left.has(root))
  for (let unit = built.pop(); unit !== undefined; unit = built.pop()) {
    const [root, objects] = unit
    const taken = new Set(hanging.get(root))
    for (const object of objects) {
      for (const need of [...needsOf(object.id), ...declaredNeeds(object)]) taken.add(rootOfId(need))
      for (const name of namesWithin(object.attributes)) for (const other of named.get(name) ?? []) taken.add(other)
    }
    for (const other of taken) {
      const more = left.get(other)
      if (more === undefined) continue
      left.delete(other)
      built.push([other, more as CatalogObject[]])
    }
  }

  const agreed = new Map<string, CatalogObject>()
  for (const unit of left.values())
    for (const object of unit) {
      // Where they differ (the order of columns), what is declared counts.
      const there = live.objects.get(object.id)!
      const attributes = { ...there.attributes, ...object.attributes }
      agreed.set(object.id, equal(attributes, there.attributes) ? there : { ...object, attributes })
    }
  return agreed
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** All that may be a name in the texts of an object. */
function* namesWithin(value: unknown): Iterable<string> {
  if (typeof value === 'string') {
    yield value
    yield* namesIn(value)
  } else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) yield* namesWithin(item)
}
