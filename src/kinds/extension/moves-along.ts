import { equal } from '../../catalog/json.js'
import type { CatalogObject } from '../../catalog/snapshot.js'
import { quoteIdentifier } from '../../sql/identifier.js'
import type { SqlContext } from '../kind.js'
import { typeKinds } from '../type/type-kinds.js'
import type { ExtensionAttributes } from './extension.js'

interface Sides {
  readonly before: SqlContext
  readonly after: SqlContext
}

const prefix = (extension: CatalogObject): string =>
  `${quoteIdentifier((extension.attributes as ExtensionAttributes).objectSchema ?? 'public')}.`

/** Whether what an object calls its type is another one by name only: an extension moves to another schema, and its types with it. */
export function movesAlong(id: string, from: string, to: string, { before, after }: Sides): boolean {
  return before.dependencies(id).some((need) => {
    const extension = before.get(need)
    const moved = after.get(need)
    if (extension?.kind !== 'extension' || moved === undefined || !before.stays(need)) return false
    const [old, now] = [prefix(extension), prefix(moved)]
    return old !== now && from.startsWith(old) && `${now}${from.slice(old.length)}` === to
  })
}

/**
 * Whether a text names what moves: it cannot be told the new name before that moves, nor the old one before that is back.
 * Columns and types are another matter: they go by what moves, whatever that is called.
 */
export function namesMoved({ id, kind, attributes }: CatalogObject, { after }: Sides): boolean {
  const there = after.get(id)
  if (kind === 'column' || kind === 'table' || typeKinds.has(kind)) return false
  return there !== undefined && !equal(attributes, there.attributes)
}
