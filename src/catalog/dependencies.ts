import type { Kinds } from '../kinds/registry.js'
import type { Dependencies, Snapshot } from './snapshot.js'

/** Adds what the kinds know beyond `pg_depend`: the parent, the schema, what a cross-cutting object speaks of. */
export function completeDependencies(
  snapshot: Snapshot,
  recorded: { get(id: string): readonly string[] | undefined },
  kinds: Kinds,
): Dependencies {
  const result = new Map<string, readonly string[]>()
  for (const object of snapshot.objects.values()) {
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
    if (needs.length > 0) result.set(object.id, isSame(needs, known) ? known : needs.slice())
  }
  return result
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index])
