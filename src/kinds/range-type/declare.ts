import type { Part, Target } from '../../declare/declaration.js'
import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { declareObject } from '../../declare/object.js'
import { refNeeds, refText, typeNeeds, typeText, type ObjectRef, type TypeRef } from '../../declare/type.js'
import { collationName } from '../column/declare.js'
import type { TypeTarget } from '../column/types.js'
import { rangeTypeKind } from './range-type.js'

export interface RangeTypeOptions {
  readonly subtype: TypeRef
  /** The B-tree operator class of the order, where it is not the default one of the subtype. */
  readonly opclass?: string
  readonly collation?: string | Target
  /** Turns equal ranges into one form; has to be written in C. */
  readonly canonical?: ObjectRef
  /** The difference of two values as double precision: `float8mi`. GiST indexes work better with it. */
  readonly subtypeDiff?: ObjectRef
  /** The name of the multirange type, qualified as SQL writes it. */
  readonly multirange?: string
  /** The type's name before. */
  readonly renamedFrom?: string
}

/** A declared range type. */
export interface RangeType extends TypeTarget<string> {
  /** Adds parts such as `comment('…')`, `owner(role)`, `grant(role).to('usage')`. */
  with(...parts: readonly Part[]): this
}

/**
 * A range type (CREATE TYPE … AS RANGE); its multirange type comes with it.
 *
 * @example
 * export const floatrange = rangeType('floatrange', { subtype: 'double precision', subtypeDiff: 'pg_catalog.float8mi' })
 */
export function rangeType(name: Name, options: RangeTypeOptions): RangeType {
  const { subtype, opclass, collation, canonical, subtypeDiff, multirange, renamedFrom } = options
  const functions = [canonical, subtypeDiff].flatMap((ref) => (ref === undefined ? [] : refNeeds(ref)))
  const attributes = {
    schema: schemaOf(name),
    name: nameOf(name),
    subtype: typeText(subtype),
    opclass,
    collation: collation && collationName(collation),
    canonical: canonical && refText(canonical),
    subtypeDiff: subtypeDiff && refText(subtypeDiff),
    multirange,
  }
  return declareObject(rangeTypeKind, { attributes, requires: [...typeNeeds(subtype), ...functions], renamedFrom })
}
