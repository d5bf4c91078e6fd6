import type { Kinds } from '../kinds/registry.js'
import type { Dependencies, Snapshot } from './snapshot.js'

/** Adds what the kinds know beyond `pg_depend`: the parent, the schema, what a cross-cutting object speaks of. */
export function completeDependencies(
  snapshot: Snapshot,
  recorded: ReadonlyMap<string, ReadonlySet<string>>,
  kinds: Kinds,
): Dependencies {
  const result = new Map<string, readonly string[]>()
  for (const object of snapshot.objects.values()) {
    const kind = kinds.of(object)
    const needs = new Set(recorded.get(object.id))
    const parent = kind.parent?.(object.attributes)
    if (parent !== undefined) needs.add(parent)
    for (const id of kind.requires?.(object.attributes, snapshot) ?? []) needs.add(id)
    needs.delete(object.id)
    const existing = [...needs].filter((id) => snapshot.objects.has(id))
    if (existing.length > 0) result.set(object.id, existing)
  }
  return result
}
