import type { CatalogObject } from '../catalog/snapshot.js'
import type { Kinds } from '../kinds/registry.js'

/** True when PostgreSQL keeps the whole object as it is written, so that a scratch database has nothing to say. */
export const isVerbatim = (object: CatalogObject, kinds: Kinds): boolean => kinds.of(object).verbatim === true

/** An object without the attributes that a scratch database must not be asked to build. */
export function withoutVerbatim(object: CatalogObject, kinds: Kinds): CatalogObject {
  const names = verbatimNames(object, kinds)
  if (names.length === 0) return object
  const attributes = Object.fromEntries(Object.entries(object.attributes).filter(([name]) => !names.includes(name)))
  return { ...object, attributes }
}

/** What was read back, with the attributes that were kept from the scratch database put in as declared. */
export function withVerbatim(read: CatalogObject, declared: CatalogObject, kinds: Kinds): CatalogObject {
  const names = verbatimNames(read, kinds)
  if (names.length === 0) return read
  const kept = Object.entries(declared.attributes).filter(([name]) => names.includes(name))
  const others = Object.entries(read.attributes).filter(([name]) => !names.includes(name))
  return { ...read, attributes: Object.fromEntries([...others, ...kept]) }
}

function verbatimNames(object: CatalogObject, kinds: Kinds): readonly string[] {
  const { verbatim } = kinds.of(object)
  return Array.isArray(verbatim) ? (verbatim as readonly string[]) : []
}
