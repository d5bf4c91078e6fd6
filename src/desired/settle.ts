import type { CatalogObject, Snapshot } from '../catalog/snapshot.js'
import type { Settling } from '../kinds/kind.js'
import type { Kinds } from '../kinds/registry.js'

const settlingOf = (version: number, user: string, kinds: Kinds): Settling => ({
  version,
  user,
  reference: (object) => kinds.of(object).sql.reference?.(object.attributes),
})

/** Puts in what declarations say in short: owners by default, what default privileges give, `all` of an object's privileges. */
export function settle(objects: Map<string, CatalogObject>, version: number, user: string, kinds: Kinds): void {
  const settling = settlingOf(version, user, kinds)
  for (const kind of kinds.all) kind.settle?.(objects, settling)
}

/** A snapshot as a person would declare it: without what shorter declarations say as well. */
export function unsettled(snapshot: Snapshot, kinds: Kinds): Snapshot {
  const objects = new Map(snapshot.objects)
  const settling = settlingOf(snapshot.version, snapshot.user ?? '', kinds)
  for (const kind of kinds.all.toReversed()) kind.unsettle?.(objects, settling)
  return { ...snapshot, objects }
}
