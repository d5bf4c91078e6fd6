import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { refNeeds, refText, typeNeeds, typeText, type ObjectRef, type TypeRef } from '../../declare/type.js'
import { operatorClassKind } from './operator-class.js'

export interface OperatorClassOptions {
  /** The access method of indexes, such as `btree`. */
  readonly using: string
  readonly forType: TypeRef
  /** The operator family, declared or by name. */
  readonly family: ObjectRef
  readonly default?: boolean
  /** The type that the index stores, where it is another. */
  readonly storage?: TypeRef
  /** As CREATE OPERATOR CLASS writes them: `OPERATOR 1 <(integer,integer)`, `FUNCTION 1 btint4cmp(integer,integer)`. */
  readonly members?: readonly string[]
}

/**
 * An operator class (CREATE OPERATOR CLASS).
 *
 * @example
 * export const byLength = operatorClass('by_length', { using: 'btree', forType: 'text', family: lengths, members: […] })
 */
export function operatorClass(name: Name, options: OperatorClassOptions): ObjectDeclaration {
  const { using, forType, family, default: isDefault, storage, members = [] } = options
  const attributes = {
    schema: schemaOf(name),
    name: nameOf(name),
    method: using,
    type: typeText(forType),
    family: refText(family),
    ...(isDefault && { default: true }),
    ...(storage !== undefined && { storage: typeText(storage) }),
    members,
  }
  const requires = [...typeNeeds(forType), ...refNeeds(family), ...(storage === undefined ? [] : typeNeeds(storage))]
  return declareObject(operatorClassKind, { attributes, requires })
}
