import type { Kinds } from '../kinds/registry.js'
import type { CatalogObject, Dependencies, Snapshot } from './snapshot.js'

/** What the catalog, or a declaration, records of objects by id. */
interface Recorded {
  get(id: string): readonly string[] | undefined
}

/** Adds what the kinds know beyond `pg_depend`: the parent, the schema, what a cross-cutting object speaks of. */
export function completeDependencies(snapshot: Snapshot, recorded: Recorded, kinds: Kinds): Dependencies {
  const result = new Map<string, readonly string[]>()
  for (const object of snapshot.objects.values()) {
    const needs = dependenciesOf(object, snapshot, recorded, kinds)
    if (needs.length > 0) result.set(object.id, needs)
  }
  return result
}

/** The same of one object. */
export function dependenciesOf(
  object: CatalogObject,
  snapshot: Snapshot,
  recorded: Recorded,
  kinds: Kinds,
): readonly string[] {
  const kind = kinds.of(object)
  const known = recorded.get(object.id) ?? []
  const needs: string[] = []
  const add = (id: string): void => {
    if (id !== object.id && snapshot.objects.has(id) && !needs.includes(id)) needs.push(id)
  }
  for (const id of known) add(id)
  const parent = kind.parent?.(object.attributes)
  if (parent !== undefined) add(parent)
  for (const id of kind.requires?.(object.attributes, snapshot) ?? []) add(id)
  // Of a hundred thousand objects these lists are a good part of the memory: shared where they say nothing new, and none
  // has room to spare.
  return isSame(needs, known) ? known : needs.slice()
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index])
