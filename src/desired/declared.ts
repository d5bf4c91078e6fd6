import type { CatalogObject, Snapshot } from '../catalog/snapshot.js'
import { compact } from '../catalog/json.js'
import type { Declaration, DeclaredObject } from '../declare/declaration.js'
import type { Rename } from '../diff/rename.js'
import type { Position } from '../config/source-position.js'
import { duplicateDeclaration, located } from '../declare/errors.js'
import { idOf } from '../kinds/kind.js'
import type { Kinds } from '../kinds/registry.js'

/** Everything that is declared, by id as declared: names in signatures and expressions are as written. */
export interface Declared extends Snapshot {
  /** Ids that the expressions of an object name. */
  readonly requires: ReadonlyMap<string, readonly string[]>
  /** What the declarations say was called otherwise before. */
  readonly renames: readonly Rename[]
  /** Where each object is declared. */
  readonly origins: ReadonlyMap<string, Position | undefined>
}

/**
 * Asks each declaration for its objects.
 * @throws TidemarkError TM101 two declarations of one object; whatever a declaration itself finds wrong
 */
export function declaredObjects(declarations: readonly Declaration[], version: number, kinds: Kinds): Declared {
  const objects = new Map<string, CatalogObject>()
  const requires = new Map<string, readonly string[]>()
  const origins = new Map<string, Position | undefined>()
  const renames: Rename[] = []
  for (const declaration of declarations)
    for (const found of located(declaration.origin, () => declaration.objects())) {
      const { id, object } = toObject(found, kinds)
      const origin = found.origin ?? declaration.origin
      const first = objects.get(id)
      const merge = kinds.of(object).merge
      if (first !== undefined && merge === undefined) throw duplicateDeclaration(id, origins.get(id), origin)
      objects.set(
        id,
        first === undefined ? object : { ...object, attributes: merge!(first.attributes, object.attributes) },
      )
      origins.set(id, origin)
      if (found.renamedFrom !== undefined) renames.push(renameOf(object, found.renamedFrom, kinds))
      if (found.requires !== undefined && found.requires.length > 0) requires.set(id, found.requires)
    }
  return { version, objects, requires, renames, origins }
}

/** What is said of an object that was called otherwise before. */
export const renameOf = (object: CatalogObject, from: string, kinds: Kinds): Rename => ({
  from: idOf(kinds.of(object), { ...object.attributes, name: from }),
  to: object.id,
})

function toObject({ kind, attributes }: DeclaredObject, kinds: Kinds): { id: string; object: CatalogObject } {
  const clean = compact(attributes)
  const id = idOf(kinds.named(kind), clean)
  return { id, object: { id, kind, attributes: clean } }
}
