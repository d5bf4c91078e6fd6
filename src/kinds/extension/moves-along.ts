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

/** What a type is called on the other side where an extension, of which it is one, goes to another schema. */
export function nameWhereExtensionGoes(
  type: string,
  id: string,
  from: SqlContext,
  to: Pick<SqlContext, 'get'>,
): string | undefined {
  const extension = from.get(id)
  const moved = to.get(id)
  if (extension?.kind !== 'extension' || moved === undefined || !from.stays(id)) return undefined
  const [old, now] = [prefix(extension), prefix(moved)]
  return old !== now && type.startsWith(old) ? `${now}${type.slice(old.length)}` : undefined
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
